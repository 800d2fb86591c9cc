package mayday.terminal;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/**
 * The names and addresses of the system's machines. Each region has a network of its own, 10.{@code n}.0.0/16; its resolver is at
 * 10.{@code n}.0.2, as a cloud's would be, and every service has a row of addresses in it.
 */
public final class Fleet {
    private static final int FIRST_ROW = 20;
    private static final int FIRST_HOST = 10;
    private static final Pattern ADDRESS = Pattern.compile("10\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern NUMBERED = Pattern.compile("(.+?)-(\\d{1,3})");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:\\.[a-z0-9-]+)*?(?:\\.svc(?:\\.cluster\\.local)?|\\.internal|\\.local|\\.example|\\.cluster\\.local)\\.?$");

    private final SimulatedSystem system;

    public Fleet(SimulatedSystem system) {
        this.system = system;
    }

    /** {@code checkout.internal}; a third party has a public name. */
    public static String hostname(Service service) {
        return service.kind() == ServiceKind.THIRD_PARTY
                ? "api." + service.id() + ".example"
                : service.id() + ".internal";
    }

    /** The address of a replica, from 1. */
    public String address(Service service, RegionId region, int number) {
        int net = Math.max(0, system.regionIds().indexOf(region));
        if (service.kind() == ServiceKind.THIRD_PARTY) {
            return "203.0.113." + (FIRST_HOST + system.services().indexOf(service));
        }
        if (service.kind() == ServiceKind.RESOLVER) {
            return "10." + net + ".0." + (FIRST_HOST + number);
        }
        int row = FIRST_ROW + Math.max(0, system.services().indexOf(service));
        return "10." + net + "." + row + "." + (FIRST_HOST + number);
    }

    /** Where the region's resolver answers. */
    public String resolverAddress(RegionId region) {
        return "10." + Math.max(0, system.regionIds().indexOf(region)) + ".0.2";
    }

    /** The region whose network an address lies in. */
    Optional<RegionId> regionOf(String address) {
        var match = ADDRESS.matcher(address);
        if (!match.matches()) {
            return Optional.empty();
        }
        int net = Integer.parseInt(match.group(1));
        return net < system.regions().size() ? Optional.of(system.regionIds().get(net)) : Optional.empty();
    }

    /** The service that a host, a name or a title means, domains and ports and paths left out. */
    public Optional<Service> service(String name) {
        return machine(name, system.regionIds().getFirst()).map(Machine::service);
    }

    /**
     * The machine that a name or an address means: a replica if it is numbered, else all of a service in {@code region}, or in its
     * primary one if it does not run there.
     */
    public Optional<Machine> machine(String name, RegionId region) {
        var bare = bare(name);
        var byAddress = byAddress(bare);
        if (byAddress.isPresent()) {
            return byAddress;
        }
        var host = DOMAIN.matcher(bare.replaceFirst("^api\\.", "")).replaceFirst("");
        var whole = provider(bare).or(() -> find(host)).or(() -> find(firstLabel(host)));
        if (whole.isPresent()) {
            return whole.map(service -> new Machine(service, Where.in(there(service, region)), 0));
        }
        var numbered = NUMBERED.matcher(firstLabel(host));
        return numbered.matches()
                ? find(numbered.group(1))
                        .map(service -> new Machine(
                                service, Where.in(there(service, region)), Integer.parseInt(numbered.group(2))))
                : Optional.empty();
    }

    /** Whose domain a name lies in, if it is a provider's: {@code files.cardlink.example} is no machine of ours. */
    private Optional<Service> provider(String host) {
        return Stream.of(host.split("\\."))
                .skip(1)
                .flatMap(label -> find(label).stream())
                .filter(service -> service.kind() == ServiceKind.THIRD_PARTY)
                .findFirst();
    }

    /** A name up to its first dot; nothing of one that consists of dots alone. */
    private static String firstLabel(String host) {
        var dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** A URL's or a socket's host alone. */
    static String bare(String name) {
        return name.replaceFirst("^[a-z]+://", "")
                .replaceFirst("^[^/@]*@", "")
                .replaceFirst("/.*$", "")
                .replaceFirst(":\\d+$", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private Optional<Service> find(String id) {
        return system.find(new ServiceId(id));
    }

    private static RegionId there(Service service, RegionId region) {
        return service.runsIn(region) ? region : service.primaryRegion();
    }

    private Optional<Machine> byAddress(String address) {
        for (var service : system.services()) {
            for (var region : service.regions()) {
                if (service.kind() == ServiceKind.RESOLVER && address.equals(resolverAddress(region))) {
                    return Optional.of(Machine.all(service, region));
                }
                if (service.kind() == ServiceKind.THIRD_PARTY && address.equals(address(service, region, 0))) {
                    return Optional.of(Machine.all(service, region));
                }
                var match = ADDRESS.matcher(address);
                boolean ours = match.matches() && service.kind() != ServiceKind.THIRD_PARTY;
                int number = ours ? Integer.parseInt(address.substring(address.lastIndexOf('.') + 1)) - FIRST_HOST : 0;
                if (number >= 1 && address.equals(address(service, region, number))) {
                    return Optional.of(new Machine(service, Where.in(region), number));
                }
            }
        }
        return Optional.empty();
    }
}
