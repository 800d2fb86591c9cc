package mayday.compiler;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.scenario.Action;
import mayday.scenario.Given;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/** Writes one action as authors do: {@code roll back checkout in eu-west}; what reads it back is {@link ActionReader}. */
final class ActionText {
    private ActionText() {}

    static String of(Action action) {
        return switch (action) {
            case Action.RollBack(var service, var where) -> "roll back " + service + in(where);
            case Action.RevertConfig(var service) -> "revert config " + service;
            case Action.SetFlag(var flag, var on) -> "flag " + (on ? "on " : "off ") + flag;
            case Action.Scale(var service, var where, var replicas) ->
                "scale " + service + in(where) + " = " + replicas;
            case Action.Restart(var service, var where) -> "restart " + service + in(where);
            case Action.DrainRegion(var region) -> "drain " + region;
            case Action.ReturnRegion(var region) -> "return " + region;
            case Action.ShedLoad(var percent, var where) -> "shed load" + in(where) + " = " + percent + " %";
            case Action.FailOver(var service) -> "fail over " + service;
            case Action.FlushCache(var service, var where) -> "flush cache " + service + in(where);
            case Action.FlushDns(var where) -> "flush dns" + in(where);
            case Action.RenewCertificate(var service) -> "renew certificate " + service;
            case Action.StopJob(var job) -> "stop job " + job;
            case Action.KillQuery(var service) -> "kill query " + service;
            case Action.BlockClient(var client) -> "block client " + client;
            case Action.UnblockClient(var client) -> "unblock client " + client;
            case Action.FreezeAutomation(var agent) -> "freeze " + agent;
            case Action.UnfreezeAutomation(var agent) -> "unfreeze " + agent;
            case Action.TakeOutHost(var service, var region, var host) -> "take out" + host(service, region, host);
            case Action.ReturnHost(var service, var region, var host) -> "return" + host(service, region, host);
            case Action.RestartHost(var service, var region, var host) -> "restart" + host(service, region, host);
            case Action.UseResolver(var service, var resolver) ->
                requested("use-resolver", service.value(), Stream.of("resolver: " + resolver));
            case Action.Own(var id, var _, var target, var arguments) -> own(id.value(), target, arguments);
        };
    }

    private static String in(Where where) {
        return switch (where) {
            case Where.Everywhere() -> "";
            case Where.In(var region) -> " in " + region;
        };
    }

    private static String host(ServiceId service, RegionId region, int host) {
        return " host " + host + " of " + service + " in " + region;
    }

    private static String own(String id, String target, List<Given> arguments) {
        return arguments.isEmpty()
                ? (id + " " + target).strip()
                : requested(id, target, arguments.stream().map(each -> each.name() + ": " + each.value()));
    }

    /** As the menu has it, with arguments by name. */
    private static String requested(String id, String target, Stream<String> arguments) {
        return "{ do: " + id + (target.isEmpty() ? "" : ", target: " + target)
                + arguments.collect(Collectors.joining(", ", ", with: { ", " } }"));
    }
}
