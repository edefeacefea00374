var user_details =  {
  "screen_name" : "example_ann",
  "location" : "Nowhere",
  "full_name" : "Ann Example",
  "bio" : "\u2026",
  "id" : "9000000001",
  "created_at" : "2009-05-06 07:08:09 +0000"
}