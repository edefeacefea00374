window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "1764992995410575360",
      "updatedAt" : "2024-03-05T12:34:56.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2024-03-05T12:34:56.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "A long text with @example_dee in it",
        "mentions" : [
          {
            "screenName" : "example_dee",
            "fromIndex" : "17",
            "toIndex" : "29"
          }
        ],
        "cashtags" : [ ],
        "hashtags" : [ ]
      }
    }
  }
]