window.YTD.following.part0 = [ {
  "following" : {
    "accountId" : "9000000002",
    "userLink" : "https://twitter.com/intent/user?user_id=9000000002"
  }
}, {
  "following" : {
    "accountId" : "9000000004",
    "userLink" : "https://twitter.com/intent/user?user_id=9000000004"
  }
} ]