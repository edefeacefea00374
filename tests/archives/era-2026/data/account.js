window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "someone@example.org",
      "createdVia" : "web",
      "username" : "example_ann",
      "accountId" : "9000000001",
      "createdAt" : "2011-05-06T07:08:09.000Z",
      "accountDisplayName" : "Ann Example"
    }
  }
]