package mayday.incident;

import java.util.List;
import java.util.stream.Collectors;
import mayday.scenario.Action;
import mayday.scenario.Given;
import mayday.scenario.OwnAction;
import mayday.scenario.Scenario;

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
            case Action.StopJob(var job) -> "Stop job " + job;
            case Action.KillQuery(var database) -> "Kill the longest query of " + database;
            case Action.BlockClient(var client) -> "Block client " + client;
            case Action.UnblockClient(var client) -> "Unblock client " + client;
            case Action.FreezeAutomation(var automation) -> "Freeze " + automation;
            case Action.UnfreezeAutomation(var automation) -> "Unfreeze " + automation;
            case Action.TakeOutHost(var service, var region, var host) ->
                "Take out " + service + "-" + host + ", " + region;
            case Action.ReturnHost(var service, var region, var host) ->
                "Return " + service + "-" + host + ", " + region;
            case Action.RestartHost(var service, var region, var host) ->
                "Restart " + service + "-" + host + ", " + region;
            case Action.UseResolver(var service, var resolver) ->
                resolver.equals(Action.UseResolver.BYPASS)
                        ? "Let " + service + " bypass our resolvers"
                        : "Let " + service + " use " + resolver;
            case Action.Own(var _, var title, var target, var arguments) ->
                title + (target.isEmpty() ? "" : ", " + target) + arguments(arguments);
        };
    }

    private static String arguments(List<Given> arguments) {
        return arguments.stream()
                .map(given -> ", " + given.name() + " " + given.value())
                .collect(Collectors.joining());
    }

    /** What the learner is told when it is complete: in the scenario's words, or in the usual ones. */
    static String done(Scenario scenario, Action action) {
        var words = scenario.rule(action).report();
        if (!words.isEmpty()) {
            return words;
        }
        return action instanceof Action.Own own
                ? scenario.particulars()
                        .action(own.action())
                        .map(OwnAction::report)
                        .filter(report -> !report.isEmpty())
                        .orElse(own.title() + " is done.")
                : done(action);
    }

    private static String done(Action action) {
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
            case Action.StopJob(var job) -> "Job " + job + " is stopped and will not run again.";
            case Action.KillQuery(var database) -> "The longest-running query of " + database + " was killed.";
            case Action.BlockClient(var client) -> "Requests of " + client + " are turned away.";
            case Action.UnblockClient(var client) -> client + " is let in again.";
            case Action.FreezeAutomation(var automation) -> automation + " does nothing by itself any more.";
            case Action.UnfreezeAutomation(var automation) -> automation + " acts by itself again.";
            case Action.TakeOutHost(var service, var region, var host) ->
                service + "-" + host + " in " + region + " takes no traffic any more; the others have it.";
            case Action.ReturnHost(var service, var region, var host) ->
                service + "-" + host + " in " + region + " takes traffic again.";
            case Action.RestartHost(var service, var region, var host) ->
                service + "-" + host + " in " + region + " was restarted.";
            case Action.UseResolver(var service, var resolver) ->
                service + " looks names up "
                        + (resolver.equals(Action.UseResolver.BYPASS)
                                ? "with the cloud's own resolver, past ours"
                                : "through " + resolver)
                        + "; names it knows stay known until they run out.";
            case Action.Own own -> own.title() + " is done.";
        };
    }
}
