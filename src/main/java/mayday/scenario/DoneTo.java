package mayday.scenario;

import java.util.List;

/** An action that is done to one thing by name: what it is done to, by sort. */
public sealed interface DoneTo extends Action {

    /** A service. */
    sealed interface Service extends DoneTo
            permits Action.RollBack,
                    Action.RevertConfig,
                    Action.Scale,
                    Action.Restart,
                    Action.RenewCertificate,
                    Action.UseResolver {
        ServiceId service();

        @Override
        default String target() {
            return service().value();
        }
    }

    /** One host of a service, numbered from 1 in its region. */
    sealed interface Host extends DoneTo permits Action.TakeOutHost, Action.ReturnHost, Action.RestartHost {
        ServiceId service();

        RegionId region();

        int host();

        @Override
        default String target() {
            return service().value();
        }

        @Override
        default Where where() {
            return Where.in(region());
        }

        @Override
        default List<Given> arguments() {
            return List.of(new Given("host", host()));
        }
    }

    /** A region as a whole. */
    sealed interface Region extends DoneTo permits Action.DrainRegion, Action.ReturnRegion {
        RegionId region();

        @Override
        default String target() {
            return region().value();
        }

        @Override
        default Where where() {
            return Where.in(region());
        }
    }

    /** A database. */
    sealed interface Database extends DoneTo permits Action.FailOver, Action.KillQuery {
        ServiceId database();

        @Override
        default String target() {
            return database().value();
        }
    }

    /** Those who call from outside under one name. */
    sealed interface Client extends DoneTo permits Action.BlockClient, Action.UnblockClient {
        ClientId client();

        @Override
        default String target() {
            return client().value();
        }
    }

    /** Something that acts by itself. */
    sealed interface Automation extends DoneTo permits Action.FreezeAutomation, Action.UnfreezeAutomation {
        AgentId automation();

        @Override
        default String target() {
            return automation().value();
        }
    }
}
