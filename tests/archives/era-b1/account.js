window.YTD.account.part0 = [ {
  "account" : {
    "email" : "someone@example.org",
    "createdVia" : "web",
    "username" : "example_ann",
    "accountId" : "9000000001",
    "createdAt" : "1304665689000",
    "timeZone" : "London",
    "accountDisplayName" : "Ann Example"
  }
} ]