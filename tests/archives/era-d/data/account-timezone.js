window.YTD.account_timezone.part0 = [
  {
    "accountTimezone" : {
      "accountId" : "9000000001",
      "timeZone" : "Pacific Time (US & Canada)"
    }
  }
]