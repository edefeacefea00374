window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1764565316060316549",
      "fullText" : "@example_ann Fish &amp; chips? Yes!",
      "expandedUrl" : "https://twitter.com/i/web/status/1764565316060316549"
    }
  },
  {
    "like" : {
      "tweetId" : "1764565316060316777"
    }
  }
]