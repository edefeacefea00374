window.YTD.screen_name_change.part0 = [ {
  "screenNameChange" : {
    "accountId" : "9000000001",
    "screenNameChange" : {
      "changedAt" : "1467363600",
      "changedFrom" : "AnnExam12345678",
      "changedTo" : "example_ann"
    }
  }
} ]