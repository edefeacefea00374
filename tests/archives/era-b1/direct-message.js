window.YTD.direct_message.part0 = [ {
  "dmConversation" : {
    "conversationId" : "9000000001-9000000002",
    "messages" : [
      {
        "messageCreate" : {
          "recipientId" : "9000000001",
          "text" : "SECRET-WORDS-ONE",
          "mediaUrls" : [ ],
          "senderId" : "9000000002",
          "id" : "970645380133814279",
          "createdAt" : "1520254867230"
        }
      }
    ]
  }
}, {
  "dmConversation" : {
    "conversationId" : "900001",
    "messages" : [
      {
        "messageCreate" : {
          "recipientId" : "0",
          "text" : "SECRET-WORDS-FOUR",
          "mediaUrls" : [ ],
          "senderId" : "9000000003",
          "id" : "970646386766774279",
          "createdAt" : "1520255107230"
        }
      },
      {
        "messageCreate" : {
          "recipientId" : "0",
          "text" : "SECRET-WORDS-FIVE",
          "mediaUrls" : [ ],
          "senderId" : "9000000001",
          "id" : "970646135108534279",
          "createdAt" : "1520255047230"
        }
      }
    ]
  }
} ]