window.YTD.follower.part0 = [ {
  "follower" : {
    "accountId" : "9000000002",
    "userLink" : "https://twitter.com/intent/user?user_id=9000000002"
  }
}, {
  "follower" : {
    "accountId" : "9000000003",
    "userLink" : "https://twitter.com/intent/user?user_id=9000000003"
  }
}, {
  "follower" : {
    "accountId" : "9000000005",
    "userLink" : "https://twitter.com/intent/user?user_id=9000000005"
  }
} ]