window.YTD.message_event.part0 = [
  {
    "messageEvent" : {
      "sequenceId" : "2029724152247615490",
      "messageId" : "00000000-0000-4000-8000-000000000000",
      "senderId" : "9000000002",
      "conversationId" : "9000000001:9000000002",
      "conversationToken" : "SECRET-TOKEN",
      "createdAtMsec" : "1772758923004",
      "messageEventSignature" : {
        "signature" : "SECRET-SIGNATURE",
        "publicKeyVersion" : "1",
        "signatureVersion" : "3",
        "signingPublicKey" : "SECRET-KEY"
      },
      "detail" : {
        "messageCreateEvent" : {
          "contents" : "SECRET-CONTENTS",
          "shouldNotify" : true,
          "conversationKeyVersion" : "1",
          "isPendingPublicKey" : false
        }
      }
    }
  },
  {
    "messageEvent" : {
      "sequenceId" : "2029724000000000000",
      "messageId" : "m2",
      "senderId" : "9000000001",
      "conversationId" : "9000000001:9000000002",
      "createdAtMsec" : "1772758886704",
      "detail" : {
        "markConversationReadEvent" : {
          "seenUntilSequenceId" : "1",
          "seenAtMillis" : "2"
        }
      }
    }
  },
  {
    "messageEvent" : {
      "sequenceId" : "2029723000000000000",
      "messageId" : "m3",
      "senderId" : "9000000001",
      "conversationId" : "g-token",
      "createdAtMsec" : "1772758648285",
      "detail" : {
        "conversationKeyChangeEvent" : {
          "conversationKeyVersion" : "1",
          "conversationParticipantKeys" : [
            {
              "userId" : "9000000001",
              "encryptedConversationKey" : "SECRET-KEY",
              "publicKeyVersion" : "1"
            },
            {
              "userId" : "9000000003",
              "encryptedConversationKey" : "SECRET-KEY",
              "publicKeyVersion" : "1"
            }
          ]
        }
      }
    }
  },
  {
    "messageEvent" : {
      "sequenceId" : "2029722000000000000",
      "messageId" : "m4",
      "senderId" : "9000000001",
      "conversationId" : "g-token",
      "createdAtMsec" : "1772758409866",
      "detail" : {
        "somethingNewEvent" : {
          "x" : "y"
        }
      }
    }
  }
]