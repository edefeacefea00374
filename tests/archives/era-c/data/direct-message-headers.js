window.YTD.direct_message_headers.part0 = [ {
  "dmConversation" : {
    "conversationId" : "9000000001-9000000002",
    "messages" : [
      {
        "messageCreate" : {
          "recipientId" : "9000000001",
          "senderId" : "9000000002",
          "id" : "1764999581529014279",
          "createdAt" : "2024-03-05T13:01:07.230Z"
        }
      },
      {
        "messageCreate" : {
          "recipientId" : "9000000002",
          "senderId" : "9000000001",
          "id" : "1764999048852406279",
          "createdAt" : "2024-03-05T12:59:00.230Z"
        }
      }
    ]
  }
}, {
  "dmConversation" : {
    "conversationId" : "9000000001-9000000004",
    "messages" : [
      {
        "welcomeMessageCreate" : {
          "recipientId" : "9000000001",
          "senderId" : "9000000004",
          "id" : "1752965003473846279",
          "createdAt" : "2024-02-01T08:00:00.230Z"
        }
      }
    ]
  }
}, {
  "dmConversation" : {
    "conversationId" : "9000000001-9000000006",
    "messages" : [ ]
  }
} ]