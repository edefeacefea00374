window.YTD.ip_audit.part0 = [ {
  "ipAudit" : {
    "accountId" : "9000000001",
    "createdAt" : "2024-03-01T00:00:00.000Z",
    "loginIp" : "192.0.2.1"
  }
} ]