workspace "Library catalogue service" {
    model {
        o_app = softwareSystem "Software vendor" {
            properties {
                "id" "app"
                "kind" "vendor"
                "group" "group"
            }
            t__uc_2d_2 = container "C-2 Change the software" {
                properties {
                    "id" "C-2"
                    "timing" "monthly"
                }
            }
            t__uf_2d_6 = container "F-6 Examine the software" {
                properties {
                    "id" "F-6"
                    "timing" "as-needed"
                }
            }
        }
        o_desk = softwareSystem "Service desk vendor" {
            properties {
                "id" "desk"
                "kind" "vendor"
            }
            t__uf_2d_2 = container "F-2 Take and log the report" {
                properties {
                    "id" "F-2"
                    "timing" "daily"
                }
            }
            t__uf_2d_3 = container "F-3 Triage" {
                properties {
                    "id" "F-3"
                    "timing" "daily"
                }
            }
            t__uf_2d_7 = container "F-7 Restore the service" {
                properties {
                    "id" "F-7"
                    "timing" "as-needed"
                }
            }
        }
        o_group = softwareSystem "Parent company" {
            properties {
                "id" "group"
            }
        }
        o_host = softwareSystem "Hosting vendor" {
            properties {
                "id" "host"
                "kind" "vendor"
                "group" "group"
            }
            t__uc_2d_3 = container "C-3 Release" {
                properties {
                    "id" "C-3"
                    "timing" "monthly"
                }
            }
            t__uc_2d_4 = container "C-4 Test the standby" {
                properties {
                    "id" "C-4"
                    "timing" "yearly"
                }
            }
            t__uf_2d_5 = container "F-5 Examine the platform" {
                properties {
                    "id" "F-5"
                    "timing" "as-needed"
                }
            }
        }
        o_library = softwareSystem "City library" {
            properties {
                "id" "library"
                "kind" "client"
            }
            t__uc_2d_1 = container "C-1 Request a change" {
                properties {
                    "id" "C-1"
                    "timing" "monthly"
                }
            }
            t__uf_2d_1 = container "F-1 Report the fault" {
                properties {
                    "id" "F-1"
                    "timing" "as-needed"
                }
            }
            t__uf_2d_8 = container "F-8 Confirm the recovery" {
                properties {
                    "id" "F-8"
                    "timing" "as-needed"
                }
            }
        }
        o_net = softwareSystem "Network vendor" {
            properties {
                "id" "net"
                "kind" "vendor"
            }
            t__uf_2d_4 = container "F-4 Examine the network" {
                properties {
                    "id" "F-4"
                    "timing" "as-needed"
                }
            }
        }
        c_line = element "Network line" "Component" {
            properties {
                "id" "line"
            }
        }
        c_platform = element "Platform" "Component" {
            properties {
                "id" "platform"
            }
        }
        c_search = element "Search pages" "Component" {
            properties {
                "id" "search"
            }
        }
        o_desk -> t__uc_2d_3 "support"
        o_net -> t__uc_2d_4 "lead"
        o_app -> t__uf_2d_3 "support"
        o_app -> t__uf_2d_5 "support"
        o_host -> t__uf_2d_7 "support"
        o_desk -> t__uf_2d_8 "support"
        t__uf_2d_1 -> t__uf_2d_2 "report: Fault slip"
        t__uf_2d_2 -> t__uf_2d_3 "request: Log entry"
        t__uf_2d_3 -> t__uf_2d_4 "request: Suspected network"
        t__uf_2d_3 -> t__uf_2d_5 "request: Suspected platform"
        t__uf_2d_3 -> t__uf_2d_6 "request: Suspected software"
        t__uf_2d_4 -> t__uf_2d_7 "report: Findings"
        t__uf_2d_5 -> t__uf_2d_6 "request: Logs"
        t__uf_2d_5 -> t__uf_2d_7 "report: Findings"
        t__uf_2d_6 -> t__uf_2d_7 "delivery: Fix"
        t__uf_2d_7 -> t__uf_2d_8 "report: Recovery report"
        t__uc_2d_1 -> t__uc_2d_2 "request: Change request"
        t__uc_2d_2 -> t__uc_2d_3 "delivery: New version"
        o_app -> o_host "escalates to"
        o_host -> o_app "escalates to"
        o_net -> o_desk "escalates to"
        o_net -> c_line "supplies: live"
        o_host -> c_platform "supplies: live"
        o_app -> c_search "supplies: live"
        o_host -> c_platform "supplies: standby"
    }
    views {
        systemLandscape organizations {
            include *
            autoLayout lr
        }
        container o_app tasks_app {
            include *
            autoLayout lr
        }
        container o_desk tasks_desk {
            include *
            autoLayout lr
        }
        container o_host tasks_host {
            include *
            autoLayout lr
        }
        container o_library tasks_library {
            include *
            autoLayout lr
        }
        container o_net tasks_net {
            include *
            autoLayout lr
        }
    }
}
