var tweet_index =  [ {
  "file_name" : "data\/js\/tweets\/2018_08.js",
  "year" : 2018,
  "var_name" : "tweets_2018_08",
  "tweet_count" : 2,
  "month" : 8
}, {
  "file_name" : "data\/js\/tweets\/2017_01.js",
  "year" : 2017,
  "var_name" : "tweets_2017_01",
  "tweet_count" : 12,
  "month" : 1
}, {
  "file_name" : "data\/js\/tweets\/2009_06.js",
  "year" : 2009,
  "var_name" : "tweets_2009_06",
  "tweet_count" : 1,
  "month" : 6
} ]