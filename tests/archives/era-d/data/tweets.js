window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1764992992277430273"
          ],
          "editableUntil" : "2024-03-05T12:34:56.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bob Sample",
            "screen_name" : "example_bob",
            "indices" : [
              "0",
              "12"
            ],
            "id_str" : "9000000002",
            "id" : "9000000002"
          },
          {
            "name" : "Cyd Sample",
            "screen_name" : "example_cyd",
            "indices" : [
              "13",
              "25"
            ],
            "id_str" : "9000000003",
            "id" : "9000000003"
          },
          {
            "name" : "Dee Sample",
            "screen_name" : "example_dee",
            "indices" : [
              "60",
              "72"
            ],
            "id_str" : "9000000004",
            "id" : "9000000004"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "73"
      ],
      "favorite_count" : "0",
      "id_str" : "1764992992277430273",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1764992992277430273",
      "created_at" : "Tue Mar 05 12:34:56 +0000 2024",
      "favorited" : false,
      "full_text" : "@example_bob @example_cyd Tea &amp; cake at the café 🍰 with @Example_Dee?",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1764565316060316549",
      "in_reply_to_status_id" : "1764565316060316549",
      "in_reply_to_user_id" : "9000000002",
      "in_reply_to_user_id_str" : "9000000002",
      "in_reply_to_screen_name" : "example_bob"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1764591614161846273"
          ],
          "editableUntil" : "2024-03-04T10:00:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "",
            "screen_name" : "zz_gone",
            "indices" : [
              "3",
              "11"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "32"
      ],
      "favorite_count" : "0",
      "id_str" : "1764591614161846273",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1764591614161846273",
      "created_at" : "Mon Mar 04 10:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @zz_gone: something long ago…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1764214126801846273"
          ],
          "editableUntil" : "2024-03-03T09:00:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/AbCdEfGh12",
            "expanded_url" : "https://twitter.com/example_cyd/status/1764565316060316549",
            "display_url" : "twitter.com/example_cyd…",
            "indices" : [
              "8",
              "31"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "31"
      ],
      "favorite_count" : "0",
      "id_str" : "1764214126801846273",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1764214126801846273",
      "created_at" : "Sun Mar 03 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "A quote https://t.co/AbCdEfGh12",
      "lang" : "en"
    }
  }
]