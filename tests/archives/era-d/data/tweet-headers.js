window.YTD.tweet_headers.part0 = [
  {
    "tweet" : {
      "tweet_id" : "1764992992277430273",
      "user_id" : "9000000001",
      "created_at" : "Tue Mar 05 12:34:56 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1764591614161846273",
      "user_id" : "9000000001",
      "created_at" : "Mon Mar 04 10:00:00 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1764214126801846273",
      "user_id" : "9000000001",
      "created_at" : "Sun Mar 03 09:00:00 +0000 2024"
    }
  }
]