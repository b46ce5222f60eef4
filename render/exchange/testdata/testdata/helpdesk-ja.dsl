workspace "図書館蔵書検索サービス" {
    model {
        o_app = softwareSystem "開発業者" {
            properties {
                "id" "app"
                "kind" "vendor"
                "group" "group"
            }
            t__uc_2d_2 = container "C-2 改修" {
                properties {
                    "id" "C-2"
                    "timing" "monthly"
                }
            }
            t__uf_2d_6 = container "F-6 プログラムの調査" {
                properties {
                    "id" "F-6"
                    "timing" "as-needed"
                }
            }
        }
        o_desk = softwareSystem "運用窓口業者" {
            properties {
                "id" "desk"
                "kind" "vendor"
            }
            t__uf_2d_2 = container "F-2 受付と記録" {
                properties {
                    "id" "F-2"
                    "timing" "daily"
                }
            }
            t__uf_2d_3 = container "F-3 切り分け" {
                properties {
                    "id" "F-3"
                    "timing" "daily"
                }
            }
            t__uf_2d_7 = container "F-7 復旧作業" {
                properties {
                    "id" "F-7"
                    "timing" "as-needed"
                }
            }
        }
        o_group = softwareSystem "親会社" {
            properties {
                "id" "group"
            }
        }
        o_host = softwareSystem "基盤業者" {
            properties {
                "id" "host"
                "kind" "vendor"
                "group" "group"
            }
            t__uc_2d_3 = container "C-3 適用" {
                properties {
                    "id" "C-3"
                    "timing" "monthly"
                }
            }
            t__uc_2d_4 = container "C-4 予備機の点検" {
                properties {
                    "id" "C-4"
                    "timing" "yearly"
                }
            }
            t__uf_2d_5 = container "F-5 基盤の調査" {
                properties {
                    "id" "F-5"
                    "timing" "as-needed"
                }
            }
        }
        o_library = softwareSystem "市立図書館" {
            properties {
                "id" "library"
                "kind" "client"
            }
            t__uc_2d_1 = container "C-1 変更の依頼" {
                properties {
                    "id" "C-1"
                    "timing" "monthly"
                }
            }
            t__uf_2d_1 = container "F-1 障害の申告" {
                properties {
                    "id" "F-1"
                    "timing" "as-needed"
                }
            }
            t__uf_2d_8 = container "F-8 復旧の確認" {
                properties {
                    "id" "F-8"
                    "timing" "as-needed"
                }
            }
        }
        o_net = softwareSystem "回線業者" {
            properties {
                "id" "net"
                "kind" "vendor"
            }
            t__uf_2d_4 = container "F-4 回線の調査" {
                properties {
                    "id" "F-4"
                    "timing" "as-needed"
                }
            }
        }
        c_line = element "回線" "Component" {
            properties {
                "id" "line"
            }
        }
        c_platform = element "基盤" "Component" {
            properties {
                "id" "platform"
            }
        }
        c_search = element "検索画面" "Component" {
            properties {
                "id" "search"
            }
        }
        o_desk -> t__uc_2d_3 "支援"
        o_net -> t__uc_2d_4 "主担当"
        o_app -> t__uf_2d_3 "支援"
        o_app -> t__uf_2d_5 "支援"
        o_host -> t__uf_2d_7 "支援"
        o_desk -> t__uf_2d_8 "支援"
        t__uf_2d_1 -> t__uf_2d_2 "報告: 申告票"
        t__uf_2d_2 -> t__uf_2d_3 "依頼: 受付記録"
        t__uf_2d_3 -> t__uf_2d_4 "依頼: 回線の疑い"
        t__uf_2d_3 -> t__uf_2d_5 "依頼: 基盤の疑い"
        t__uf_2d_3 -> t__uf_2d_6 "依頼: プログラムの疑い"
        t__uf_2d_4 -> t__uf_2d_7 "報告: 調査結果"
        t__uf_2d_5 -> t__uf_2d_6 "依頼: 記録一式"
        t__uf_2d_5 -> t__uf_2d_7 "報告: 調査結果"
        t__uf_2d_6 -> t__uf_2d_7 "引渡し: 修正"
        t__uf_2d_7 -> t__uf_2d_8 "報告: 復旧報告"
        t__uc_2d_1 -> t__uc_2d_2 "依頼: 変更依頼"
        t__uc_2d_2 -> t__uc_2d_3 "引渡し: 改修版"
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
