window.YTD.following.part0 = [ {
  "following" : {
    "accountId" : "9000000002"
  }
}, {
  "following" : {
    "accountId" : "9000000004"
  }
} ]