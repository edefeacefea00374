window.YTD.like.part0 = [ {
  "like" : {
    "tweetId" : "1764565316060316549"
  }
} ]