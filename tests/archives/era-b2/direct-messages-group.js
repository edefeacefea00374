window.YTD.direct_messages_group.part0 = [ {
  "dmConversation" : {
    "conversationId" : "1764990000000000000",
    "messages" : [
      {
        "messageCreate" : {
          "text" : "SECRET-WORDS-FOUR",
          "mediaUrls" : [ ],
          "senderId" : "9000000003",
          "id" : "1765014400005046279",
          "createdAt" : "2024-03-05T14:00:00.230Z"
        }
      },
      {
        "messageCreate" : {
          "text" : "SECRET-WORDS-FIVE",
          "mediaUrls" : [ ],
          "senderId" : "9000000001",
          "id" : "1765011883422646279",
          "createdAt" : "2024-03-05T13:50:00.230Z"
        }
      },
      {
        "conversationNameUpdate" : {
          "initiatingUserId" : "9000000003",
          "name" : "SECRET-GROUP-NAME",
          "createdAt" : "2024-03-05T13:45:00.000Z"
        }
      },
      {
        "participantsLeave" : {
          "userIds" : [
            "9000000004"
          ],
          "createdAt" : "2024-03-05T13:44:00.000Z"
        }
      },
      {
        "participantsJoin" : {
          "initiatingUserId" : "9000000003",
          "userIds" : [
            "9000000002"
          ],
          "createdAt" : "2024-03-05T13:43:00.000Z"
        }
      },
      {
        "joinConversation" : {
          "initiatingUserId" : "9000000003",
          "participantsSnapshot" : [
            "9000000001",
            "9000000003",
            "9000000004"
          ],
          "createdAt" : "2024-03-05T13:42:00.000Z"
        }
      }
    ]
  }
} ]