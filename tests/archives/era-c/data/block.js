window.YTD.block.part0 = [ {
  "blocking" : {
    "accountId" : "9000000007",
    "userLink" : "https://twitter.com/intent/user?user_id=9000000007"
  }
} ]