package mayday.web.view;

import mayday.scenario.ActionKind;

/** Which symbol of the sprite stands for what. */
public final class Icons {
    private Icons() {}

    static String of(ActionKind kind) {
        return switch (kind) {
            case ROLL_BACK, REVERT_CONFIG -> "undo";
            case SET_FLAG -> "flag";
            case SCALE -> "up";
            case RESTART, RESTART_HOST, UNFREEZE_AUTOMATION -> "refresh";
            case DRAIN_REGION, RETURN_REGION, TAKE_OUT_HOST, RETURN_HOST -> "drain";
            case SHED_LOAD, BLOCK_CLIENT, UNBLOCK_CLIENT -> "shed";
            case FAIL_OVER -> "swap";
            case FLUSH_CACHE, OWN -> "bolt";
            case STOP_JOB, KILL_QUERY, FREEZE_AUTOMATION -> "stop";
            case FLUSH_DNS, USE_RESOLVER -> "dns";
            case RENEW_CERTIFICATE -> "file";
        };
    }

    /** Of an evidence kind as in the API. */
    public static String ofEvidence(String kind) {
        return switch (kind) {
            case "chart" -> "chart";
            case "log" -> "log";
            case "command" -> "term";
            case "changes" -> "diff";
            case "trace" -> "list";
            case "table" -> "list";
            default -> "file";
        };
    }

    /** Of an entry of the conversation. */
    public static String ofTurn(String kind) {
        return switch (kind) {
            case "alert" -> "bell";
            case "acknowledged", "action-completed" -> "check";
            case "action-started" -> "bolt";
            case "action-cancelled" -> "x";
            case "update" -> "horn";
            case "escalation", "approval", "hand-over" -> "users";
            case "reply" -> "horn";
            case "overdue" -> "bell";
            case "access-regained" -> "check";
            case "by-hand" -> "term";
            case "hypothesis" -> "target";
            case "severity" -> "flag";
            case "wait", "time-extended" -> "clock";
            case "clock-paused" -> "pause";
            case "clock-resumed" -> "play";
            case "hint" -> "bulb";
            case "answered-by-hand" -> "users";
            default -> "stop";
        };
    }
}
