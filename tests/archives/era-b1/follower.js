window.YTD.follower.part0 = [ {
  "follower" : {
    "accountId" : "9000000005"
  }
}, {
  "follower" : {
    "accountId" : "9000000003"
  }
}, {
  "follower" : {
    "accountId" : "9000000002"
  }
} ]