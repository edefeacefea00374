window.YTD.contact.part0 = [ {
  "contact" : {
    "emails" : [
      "someone@example.org"
    ],
    "phoneNumbers" : [ ]
  }
} ]