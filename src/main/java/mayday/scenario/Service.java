package mayday.scenario;

import java.util.List;

/**
 * A part of the system that serves requests, in one or more regions.
 *
 * @param technology what it runs on, such as {@code PostgreSQL 16}; shown in command output
 * @param version version in production before any change of the scenario, such as {@code 3.17.4}
 * @param aliases other names that people use for it
 * @param regions where it runs; the first is its primary
 * @param certificateDays days until its TLS certificate expires, counted from the page
 * @param scaling who decides how many replicas run
 * @param paths what is asked of it, such as {@code /films/{n}} or {@code POST /orders}; empty if nobody said
 */
public record Service(
        ServiceId id,
        String title,
        ServiceKind kind,
        String technology,
        String version,
        TeamId owner,
        List<String> aliases,
        List<RegionId> regions,
        Capacity capacity,
        double certificateDays,
        Scaling scaling,
        List<String> paths) {
    public Service {
        aliases = List.copyOf(aliases);
        paths = List.copyOf(paths);
        regions = List.copyOf(regions);
    }

    /** Without a word on what is asked of it. */
    public Service(
            ServiceId id,
            String title,
            ServiceKind kind,
            String technology,
            String version,
            TeamId owner,
            List<String> aliases,
            List<RegionId> regions,
            Capacity capacity,
            double certificateDays,
            Scaling scaling) {
        this(
                id,
                title,
                kind,
                technology,
                version,
                owner,
                aliases,
                regions,
                capacity,
                certificateDays,
                scaling,
                List.of());
    }

    /** Without an autoscaler. */
    public Service(
            ServiceId id,
            String title,
            ServiceKind kind,
            String technology,
            String version,
            TeamId owner,
            List<String> aliases,
            List<RegionId> regions,
            Capacity capacity,
            double certificateDays) {
        this(
                id,
                title,
                kind,
                technology,
                version,
                owner,
                aliases,
                regions,
                capacity,
                certificateDays,
                new Scaling.Fixed());
    }

    public boolean runsIn(RegionId region) {
        return regions.contains(region);
    }

    public RegionId primaryRegion() {
        return regions.getFirst();
    }
}
