package mayday.incident;

import mayday.scenario.Action;

/** Actions in words: what is being done, and what was done. Never whether it was right. */
public final class Reports {
    private Reports() {}

    /** Such as {@code Roll back checkout in eu-west}. */
    public static String title(Action action) {
        return switch (action) {
            case Action.RollBack(var service, var where) -> "Roll back " + service + ", " + where.words();
            case Action.RevertConfig(var service) -> "Revert the configuration of " + service;
            case Action.SetFlag(var flag, var on) -> "Turn flag " + flag + (on ? " on" : " off");
            case Action.Scale(var service, var where, var replicas) ->
                "Scale " + service + " to " + replicas + ", " + where.words();
            case Action.Restart(var service, var where) -> "Restart " + service + ", " + where.words();
            case Action.DrainRegion(var region) -> "Drain " + region;
            case Action.ReturnRegion(var region) -> "Return " + region;
            case Action.ShedLoad(var percent, var where) ->
                percent == 0
                        ? "Stop shedding load, " + where.words()
                        : "Shed " + percent + " % of load, " + where.words();
            case Action.FailOver(var database) -> "Fail over " + database;
            case Action.FlushCache(var cache, var where) -> "Flush " + cache + ", " + where.words();
            case Action.FlushDns(var where) -> "Flush the DNS caches, " + where.words();
            case Action.RenewCertificate(var service) -> "Renew the certificate of " + service;
        };
    }

    /** What the learner is told when it is complete. */
    static String done(Action action) {
        return switch (action) {
            case Action.RollBack(var service, var where) ->
                service + " runs its previous version, " + where.words() + ".";
            case Action.RevertConfig(var service) -> service + " runs with its previous configuration.";
            case Action.SetFlag(var flag, var on) -> "Flag " + flag + " is " + (on ? "on." : "off.");
            case Action.Scale(var service, var where, var replicas) ->
                service + " is set to " + replicas + " replicas, " + where.words() + "; new ones are starting.";
            case Action.Restart(var service, var where) ->
                "Every replica of " + service + " was restarted, " + where.words() + ".";
            case Action.DrainRegion(var region) -> region + " takes no new traffic; the other regions have it.";
            case Action.ReturnRegion(var region) -> region + " takes traffic again.";
            case Action.ShedLoad(var percent, var where) ->
                percent == 0
                        ? "No load is shed any more, " + where.words() + "."
                        : percent + " % of requests are turned away at the entry, " + where.words() + ".";
            case Action.FailOver(var database) -> "The standby of " + database + " is the primary now.";
            case Action.FlushCache(var cache, var where) -> cache + " is empty, " + where.words() + ".";
            case Action.FlushDns(var where) -> "The resolvers' caches are empty, " + where.words() + ".";
            case Action.RenewCertificate(var service) -> service + " has a new certificate.";
        };
    }
}
