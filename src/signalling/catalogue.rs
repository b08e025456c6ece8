//! The operation catalogue: what can be asked, of whom, with what, and what the answer gives away.
//! One row an operation, as its specification has it. What it is honestly for, in words, is in `text`.

use super::operation::{
    Category, Code, HonestUse, Operation, OperationId, Protocol, Repeats, Specified, Subject,
};
use super::{Fact, Facts, Role};
use Category::{HomeRouted, One, Three, Transport, Two};
use Code::{Command, Http, Operation as Map};
use HonestUse::{Charge, Connect, Locate};
use OperationId::*;
use Protocol::{S6a, S6c, Service, Sh, Slg, Slh};
use Role::{
    Amf, ApplicationServer, Gmlc, Gmsc, Hlr, Hss, Mme, MscVlr, Nef, Sepp, ServiceControl, Sgsn,
    SmsGateway, Udm,
};
use Subject::{Imsi, Msisdn, MsisdnOrImsi, Nobody, Tmsi};

const NOTHING: Facts = Facts::NONE;
const WHERE: Facts = Facts::of(&[Fact::ServingNetwork, Fact::ServingNode]);
// Where a node is named beside the cell.
const CELL: Facts = WHERE.with(Facts::of(&[Fact::Cell]));
// A cell's identity begins with its network's code, and names no node.
const AREA: Facts = Facts::of(&[Fact::ServingNetwork, Fact::Cell]);
const POSITION: Facts = Facts::of(&[Fact::Position]);
const PLACE: Facts = AREA.with(POSITION);
// The profile goes down by insertSubscriberData, inside the same dialogue and before its answer.
const PROFILE: Facts = Facts::of(&[Fact::PhoneNumber, Fact::Subscription]);
const SUBSCRIPTION: Facts = Facts::of(&[Fact::Subscription]);
const IMSI: Facts = Facts::of(&[Fact::Imsi]);
const ROUTING: Facts = WHERE.with(IMSI);
// Whichever of the two the question did not name, and the node. (In 5G the node that a text goes to.)
const LCS: Facts = ROUTING.with(Facts::of(&[Fact::PhoneNumber]));
const NUMBER: Facts = Facts::of(&[Fact::RoutingNumber]);
const CALL: Facts = ROUTING.with(NUMBER);
const VECTORS: Facts = Facts::of(&[Fact::AuthenticationVectors]);
const HANDOVER: Facts = VECTORS.with(IMSI);

const MAP: (Protocol, &str) = (Protocol::Map, "TS 29.002");
const S6A: (Protocol, &str) = (S6a, "TS 29.272");
const S6C: (Protocol, &str) = (S6c, "TS 29.338");
const SLH: (Protocol, &str) = (Slh, "TS 29.173");
const SLG: (Protocol, &str) = (Slg, "TS 29.172");
const SH: (Protocol, &str) = (Sh, "TS 29.328");
const UDM: (Protocol, &str) = (Service, "TS 29.503");
const AMF: (Protocol, &str) = (Service, "TS 29.518");
const LMF: (Protocol, &str) = (Service, "TS 29.515");
const N32: (Protocol, &str) = (Service, "TS 29.573");

/// Whether it moves the subscriber.
const MOVES: bool = true;
const STAYS: bool = false;
/// Whether only the home register has reason to send it.
const BY_HOME: bool = true;
const BY_ANY: bool = false;

/// Every operation, in the order of [`OperationId`].
#[rustfmt::skip]
const ROWS: [(Operation, Specified); 51] = [
    //  id                              name                                code           protocol  clause    from                to       subject       carries                     tells     discloses     moves  inside                           by       use      category    source
    row(UpdateLocation,                   "updateLocation",                   Map(2),        MAP, "8.1.2",    MscVlr,             Hlr,     Imsi,         "vlr-Number",               WHERE,    PROFILE,      MOVES, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(CancelLocation,                   "cancelLocation",                   Map(3),        MAP, "8.1.3",    Hlr,                MscVlr,  Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_HOME, Connect, Two,        "sigfw"),
    row(ProvideRoamingNumber,             "provideRoamingNumber",             Map(4),        MAP, "10.2",     Hlr,                MscVlr,  Imsi,         "",                         NOTHING,  NUMBER,       STAYS, None,                            BY_HOME, Connect, Two,        "sigfw"),
    row(InsertSubscriberData,             "insertSubscriberData",             Map(7),        MAP, "8.8.1",    Hlr,                MscVlr,  Imsi,         "",                         PROFILE,  NOTHING,      STAYS, None,                            BY_HOME, Connect, Two,        "sigfw"),
    row(DeleteSubscriberData,             "deleteSubscriberData",             Map(8),        MAP, "8.8.2",    Hlr,                MscVlr,  Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_HOME, Connect, Two,        "sigfw"),
    row(RegisterSs,                       "registerSS",                       Map(10),       MAP, "11.1",     MscVlr,             Hlr,     Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(SendRoutingInfo,                  "sendRoutingInfo",                  Map(22),       MAP, "10.1",     Gmsc,               Hlr,     Msisdn,       "gmsc-OrGsmSCF-Address",    NOTHING,  CALL,         STAYS, Some(ProvideRoamingNumber),      BY_ANY,  Connect, One,        "sigfw"),
    row(UpdateGprsLocation,               "updateGprsLocation",               Map(23),       MAP, "8.1.7",    Sgsn,               Hlr,     Imsi,         "sgsn-Number",              WHERE,    PROFILE,      MOVES, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(SendRoutingInfoForGprs,           "sendRoutingInfoForGprs",           Map(24),       MAP, "13.1",     Gmsc,               Hlr,     Imsi,         "ggsn-Number",              NOTHING,  WHERE,        STAYS, None,                            BY_ANY,  Connect, One,        "sigfw"),
    row(MtForwardSm,                      "mt-forwardSM",                     Map(44),       MAP, "12.9",     SmsGateway,         MscVlr,  Imsi,         "serviceCentreAddressOA",   NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Two,        "oracle-cat2"),
    row(SendRoutingInfoForSm,             "sendRoutingInfoForSM",             Map(45),       MAP, "12.1",     SmsGateway,         Hlr,     Msisdn,       "serviceCentreAddress",     NOTHING,  ROUTING,      STAYS, None,                            BY_ANY,  Connect, HomeRouted, "3gpp-23840"),
    row(SendIdentification,               "sendIdentification",               Map(55),       MAP, "8.1.4",    MscVlr,             MscVlr,  Tmsi,         "",                         NOTHING,  HANDOVER,     STAYS, None,                            BY_ANY,  Connect, One,        "sigfw"),
    row(SendAuthenticationInfo,           "sendAuthenticationInfo",           Map(56),       MAP, "8.5.2",    MscVlr,             Hlr,     Imsi,         "",                         NOTHING,  VECTORS,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(RestoreData,                      "restoreData",                      Map(57),       MAP, "8.10.3",   MscVlr,             Hlr,     Imsi,         "",                         NOTHING,  PROFILE,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(SendImsi,                         "sendIMSI",                         Map(58),       MAP, "9.2.1",    MscVlr,             Hlr,     Msisdn,       "",                         NOTHING,  IMSI,         STAYS, None,                            BY_ANY,  Connect, One,        "sigfw"),
    row(ProcessUnstructuredSsRequest,     "processUnstructuredSS-Request",    Map(59),       MAP, "11.9",     MscVlr,             Hlr,     Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(UnstructuredSsRequest,            "unstructuredSS-Request",           Map(60),       MAP, "11.10",    Hlr,                MscVlr,  Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Two,        "oracle-cat2"),
    row(UnstructuredSsNotify,             "unstructuredSS-Notify",            Map(61),       MAP, "11.11",    Hlr,                MscVlr,  Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Two,        "oracle-cat2"),
    row(AnyTimeSubscriptionInterrogation, "anyTimeSubscriptionInterrogation", Map(62),       MAP, "8.11.3",   ServiceControl,     Hlr,     MsisdnOrImsi, "gsmSCF-Address",           NOTHING,  SUBSCRIPTION, STAYS, None,                            BY_ANY,  Connect, One,        "sigfw"),
    row(PurgeMs,                          "purgeMS",                          Map(67),       MAP, "8.1.6",    MscVlr,             Hlr,     Imsi,         "vlr-Number",               NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(ProvideSubscriberInfo,            "provideSubscriberInfo",            Map(70),       MAP, "8.11.2",   Hlr,                MscVlr,  Imsi,         "",                         NOTHING,  CELL,         STAYS, None,                            BY_HOME, Charge,  Two,        "sigfw"),
    row(AnyTimeInterrogation,             "anyTimeInterrogation",             Map(71),       MAP, "8.11.1",   ServiceControl,     Hlr,     MsisdnOrImsi, "gsmSCF-Address",           NOTHING,  CELL,         STAYS, Some(ProvideSubscriberInfo),     BY_ANY,  Locate,  One,        "sigfw"),
    row(ProvideSubscriberLocation,        "provideSubscriberLocation",        Map(83),       MAP, "13A.2",    Gmlc,               MscVlr,  MsisdnOrImsi, "mlc-Number",               NOTHING,  POSITION,     STAYS, None,                            BY_ANY,  Locate,  One,        "sigfw"),
    row(SendRoutingInfoForLcs,            "sendRoutingInfoForLCS",            Map(85),       MAP, "13A.1",    Gmlc,               Hlr,     MsisdnOrImsi, "mlcNumber",                NOTHING,  LCS,          STAYS, None,                            BY_ANY,  Locate,  One,        "sigfw"),
    row(SubscriberLocationReport,         "subscriberLocationReport",         Map(86),       MAP, "13A.3",    MscVlr,             Gmlc,    MsisdnOrImsi, "networkNode-Number",       POSITION, NOTHING,      STAYS, None,                            BY_ANY,  Locate,  One,        "sigfw"),

    row(S6aUpdateLocation,                "Update-Location",                  Command(316),  S6A, "5.2.1.1",  Mme,                Hss,     Imsi,         "Visited-PLMN-Id",          WHERE,    PROFILE,      MOVES, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(S6aCancelLocation,                "Cancel-Location",                  Command(317),  S6A, "5.2.1.2",  Hss,                Mme,     Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_HOME, Connect, Two,        "sigfw"),
    row(S6aAuthenticationInformation,     "Authentication-Information",       Command(318),  S6A, "5.2.3.1",  Mme,                Hss,     Imsi,         "Visited-PLMN-Id",          NOTHING,  VECTORS,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(S6aInsertSubscriberData,          "Insert-Subscriber-Data",           Command(319),  S6A, "5.2.2.1",  Hss,                Mme,     Imsi,         "",                         NOTHING,  AREA,         STAYS, None,                            BY_HOME, Charge,  Two,        "sigfw"),
    row(S6aDeleteSubscriberData,          "Delete-Subscriber-Data",           Command(320),  S6A, "5.2.2.2",  Hss,                Mme,     Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_HOME, Connect, Two,        "sigfw"),
    row(S6aPurgeUe,                       "Purge-UE",                         Command(321),  S6A, "5.2.1.3",  Mme,                Hss,     Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(S6aReset,                         "Reset",                            Command(322),  S6A, "5.2.4.1",  Hss,                Mme,     Nobody,       "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Two,        "oracle-cat2"),
    row(S6aNotify,                        "Notify",                           Command(323),  S6A, "5.2.5.1",  Mme,                Hss,     Imsi,         "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Three,      "oracle-cat3"),
    row(S6cSendRoutingInfoForSm,          "Send-Routing-Info-for-SM",         Command(8388647), S6C, "5.2.1", SmsGateway,         Hss,     MsisdnOrImsi, "",                         NOTHING,  ROUTING,      STAYS, None,                            BY_ANY,  Connect, HomeRouted, "3gpp-23840"),
    row(SlhLcsRoutingInfo,                "LCS-Routing-Info",                 Command(8388622), SLH, "5.2.1", Gmlc,               Hss,     MsisdnOrImsi, "",                         NOTHING,  LCS,          STAYS, None,                            BY_ANY,  Locate,  One,        "sigfw"),
    row(SlgProvideLocation,               "Provide-Location",                 Command(8388620), SLG, "6.2",   Gmlc,               Mme,     MsisdnOrImsi, "",                         NOTHING,  PLACE,        STAYS, None,                            BY_ANY,  Locate,  One,        "sigfw"),
    row(SlgLocationReport,                "Location-Report",                  Command(8388621), SLG, "6.3",   Mme,                Gmlc,    MsisdnOrImsi, "",                         PLACE,    NOTHING,      STAYS, None,                            BY_ANY,  Locate,  One,        "sigfw"),
    row(ShUserData,                       "User-Data",                        Command(306),  SH,  "6.1.1",    ApplicationServer,  Hss,     Msisdn,       "",                         NOTHING,  CELL,         STAYS, Some(S6aInsertSubscriberData),   BY_ANY,  Locate,  One,        "sigfw"),

    row(UecmRegistration,                 "Nudm_UECM_Registration",           Http("PUT",  "/nudm-uecm/v1/{ueId}/registrations/amf-3gpp-access"),    UDM, "5.3.2.2", Amf,        Udm,     Imsi,         "guami",                    WHERE,    NOTHING,      MOVES, None,                            BY_ANY,  Connect, Three,      ""),
    row(UecmGet,                          "Nudm_UECM_Get",                    Http("GET",  "/nudm-uecm/v1/{ueId}/registrations/amf-3gpp-access"),    UDM, "5.3.2.5", Gmlc,       Udm,     MsisdnOrImsi, "",                         NOTHING,  LCS,          STAYS, None,                            BY_ANY,  Locate,  One,        ""),
    row(UecmSendRoutingInfoForSm,         "Nudm_UECM_SendRoutingInfoForSM",   Http("POST", "/nudm-uecm/v1/{ueId}/registrations/send-routing-info-sm"), UDM, "5.3.2.12", SmsGateway, Udm,    MsisdnOrImsi, "",                         NOTHING,  ROUTING,      STAYS, None,                            BY_ANY,  Connect, HomeRouted, "3gpp-23840"),
    row(SdmGet,                           "Nudm_SDM_Get",                     Http("GET",  "/nudm-sdm/v2/{supi}"),                                   UDM, "5.2.2.2", Amf,        Udm,     Imsi,         "",                         NOTHING,  PROFILE,      STAYS, None,                            BY_ANY,  Connect, Three,      ""),
    row(SdmGetIdTranslation,              "Nudm_SDM_Get id-translation-result", Http("GET", "/nudm-sdm/v2/{ueId}/id-translation-result"),         UDM, "5.2.2.2.10", Nef,        Udm,     Msisdn,       "",                         NOTHING,  IMSI,         STAYS, None,                            BY_ANY,  Connect, One,        ""),
    row(MtProvideLocationInfo,            "Nudm_MT_ProvideLocationInfo",      Http("POST", "/nudm-mt/v1/{supi}/loc-info/provide-loc-info"),          UDM, "5.8.2.3", Hss,        Udm,     Imsi,         "",                         NOTHING,  CELL,         STAYS, Some(AmfProvideLocationInfo),    BY_ANY,  Locate,  One,        ""),
    row(UdmEventExposureSubscribe,        "Nudm_EventExposure_Subscribe",     Http("POST", "/nudm-ee/v1/{ueIdentity}/ee-subscriptions"),             UDM, "5.5.2.2", Nef,        Udm,     MsisdnOrImsi, "",                         NOTHING,  AREA,         STAYS, Some(AmfEventExposureSubscribe), BY_ANY,  Locate,  One,        ""),
    row(AmfEventExposureSubscribe,        "Namf_EventExposure_Subscribe",     Http("POST", "/namf-evts/v1/subscriptions"),                           AMF, "5.3.2.2", Udm,        Amf,     Imsi,         "",                         NOTHING,  AREA,         STAYS, None,                            BY_HOME, Locate,  Two,        "oracle-sepp"),
    row(AmfProvideLocationInfo,           "Namf_Location_ProvideLocationInfo", Http("POST", "/namf-loc/v1/{ueContextId}/provide-loc-info"),          AMF, "5.5.2.4", Udm,        Amf,     Imsi,         "",                         NOTHING,  AREA,         STAYS, None,                            BY_HOME, Charge,  Two,        "oracle-sepp"),
    row(AmfProvidePositioningInfo,        "Namf_Location_ProvidePositioningInfo", Http("POST", "/namf-loc/v1/{ueContextId}/provide-pos-info"),       AMF, "5.5.2.2", Gmlc,       Amf,     MsisdnOrImsi, "",                         NOTHING,  PLACE,        STAYS, None,                            BY_ANY,  Locate,  One,        ""),
    row(GmlcProvideLocation,              "Ngmlc_Location_ProvideLocation",   Http("POST", "/ngmlc-loc/v1/provide-location"),                        LMF, "5.2.2.2", Gmlc,       Gmlc,    MsisdnOrImsi, "",                         NOTHING,  POSITION,     STAYS, None,                            BY_ANY,  Locate,  One,        ""),
    row(N32Handshake,                     "N32-c handshake",                  Http("POST", "/n32c-handshake/v1/exchange-capability"),                N32, "5.2.2",   Sepp,       Sepp,    Nobody,       "plmnIdList",               NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Transport,  "3gpp-33501"),
    row(N32Forward,                       "N32-f",                            Http("POST", "/n32f-forward/v1/n32f-process"),                         N32, "5.3",     Sepp,       Sepp,    Nobody,       "",                         NOTHING,  NOTHING,      STAYS, None,                            BY_ANY,  Connect, Transport,  "3gpp-33501"),
];

/// The rows as a run, a filter and a caption need them.
pub static CATALOGUE: [Operation; ROWS.len()] = {
    let mut all = [ROWS[0].0; ROWS.len()];
    let mut i = 0;
    while i < ROWS.len() {
        all[i] = ROWS[i].0;
        i += 1;
    }
    all
};

/// How and where they are specified, in the same order.
pub(super) static SPECIFIED: [Specified; ROWS.len()] = {
    let mut all = [ROWS[0].1; ROWS.len()];
    let mut i = 0;
    while i < ROWS.len() {
        all[i] = ROWS[i].1;
        i += 1;
    }
    all
};

/// The names of all operations, as an error lists them.
pub(super) static NAMES: [&str; ROWS.len()] = {
    let mut names = [""; ROWS.len()];
    let mut i = 0;
    while i < ROWS.len() {
        names[i] = ROWS[i].0.name;
        i += 1;
    }
    names
};

#[allow(clippy::too_many_arguments, reason = "the columns of a table")]
const fn row(
    id: OperationId,
    name: &'static str,
    code: Code,
    (protocol, specification): (Protocol, &'static str),
    clause: &'static str,
    from: Role,
    to: Role,
    subject: Subject,
    carries: &'static str,
    tells: Facts,
    discloses: Facts,
    moves: bool,
    inside: Option<OperationId>,
    by_home: bool,
    honest_use: HonestUse,
    category: Category,
    category_source: &'static str,
) -> (Operation, Specified) {
    let repeats = match (carries.is_empty(), protocol) {
        (true, _) => Repeats::Nothing,
        (false, Protocol::Map) => Repeats::Address,
        (false, _) => Repeats::Network,
    };
    let operation = Operation {
        id,
        name,
        protocol,
        from,
        to,
        subject,
        repeats,
        tells,
        discloses,
        moves,
        inside,
        by_home,
        honest_use,
        category,
    };
    (operation, Specified { code, specification, clause, carries, category_source })
}
