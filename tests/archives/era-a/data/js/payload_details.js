var payload_details =  {
  "tweets" : 15,
  "created_at" : "2018-09-01 10:11:12 +0000",
  "lang" : "en"
}