window.YTD.screen_name_change.part0 = [ {
  "screenNameChange" : {
    "accountId" : "9000000001",
    "screenNameChange" : {
      "changedAt" : "2016-07-01T09:00:00.000Z",
      "changedFrom" : "AnnExam12345678",
      "changedTo" : "example_ann"
    }
  }
} ]