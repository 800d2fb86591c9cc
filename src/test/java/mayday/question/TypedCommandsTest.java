package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Outcome;
import mayday.scenario.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines in the words that are typed on a pager: what they ask, of what, and what is run there. */
class TypedCommandsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "kubectl top pods -n shop                        ! cpu[]                 ! kubectl top pods -n shop",
                "dig +short checkout.internal @10.0.0.2          ! dns-resolution[checkout] ! dig +short checkout.internal @10.0.0.2",
                "ss -tanp | grep 5432                            ! network[]             ! ss -tanp | grep 5432",
                "SHOW PROCESSLIST on orders-db                   ! db-health[orders-db]  ! SHOW PROCESSLIST",
                "journalctl -u checkout --since \"10 min ago\" | grep -i timeout ! logs[checkout] ! journalctl -u checkout --since \"10 min ago\" | grep -i timeout",
                "ssh checkout-3 'jstack 1 | grep -c Client'      ! processes-threads[checkout-3] ! jstack 1 | grep -c Client",
                "top -bn1 on checkout-3 | head -5                ! cpu[checkout-3]       ! top -bn1 | head -5",
                "kubectl exec -it checkout-2 -- df -h            ! disk[checkout-2]      ! df -h",
                "$ free -m on web-1                              ! memory[web-1]         ! free -m",
                "mtr -rwc 50 orders-db from checkout-1           ! network[checkout-1, orders-db] ! mtr -rwc 50 orders-db",
                "mtr -rwc 50 cart.cardlink.example               ! network[cardlink]     ! mtr -rwc 50 cart.cardlink.example",
                "curl 'http://atlas/api/v1/graph?q=nf.app,web,:eq,name,requestsPerSecond,:eq,:and' ! traffic[web] ! curl 'http://atlas/api/v1/graph?q=nf.app,web,:eq,name,requestsPerSecond,:eq,:and'",
                "psql -h orders-db -c \"select count(*) from pg_stat_activity\" ! db-health[orders-db] ! psql -h orders-db -c \"select count(*) from pg_stat_activity\""
            })
    void areReadAsTheyAreMeant(String typed, String heard, String run) {
        var understood = LoadedModel.ask(typed);

        assertThat(LoadedModel.read(understood)).isEqualTo(heard);
        assertThat(understood.interpretations())
                .extracting(Interpretation::command)
                .containsExactly(run);
    }

    @Test
    void severalInARowAreEachAnswered() {
        var understood = LoadedModel.ask("kubectl get pods -l app=cart && dig cart.internal; top on cart-1");

        assertThat(LoadedModel.read(understood)).isEqualTo("scaling-instances[cart] dns-resolution[cart] cpu[cart-1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "top -bn1; free -m   # on checkout-3                  ! cpu[checkout-3] memory[checkout-3]",
                "ping -c 20 orders-db-1; ps aux --sort=-%cpu | head  ! network[orders-db-1] processes-threads[orders-db-1]",
                "ping -c 20 orders-db-2.us-east; ps aux | head       ! network[orders-db-2] processes-threads[orders-db-2]",
                "df -h && ping -c 3 checkout-2                       ! disk[checkout-2] network[checkout-2]"
            })
    void whatIsSaidOnceOfWhereHoldsForAll(String typed, String heard) {
        var understood = LoadedModel.ask(typed);

        assertThat(LoadedModel.read(understood)).isEqualTo(heard);
        assertThat(understood.interpretations())
                .extracting(Interpretation::targets)
                .containsOnly(understood.interpretations().getFirst().targets());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "dig cart.internal +noall +answer +ttlid  ! dns-ttl-resolver[cart]",
                "redis-cli -h session-store-1 info memory ! memory[session-store-1]"
            })
    void theirOptionsSayWhatIsWanted(String typed, String heard) {
        assertThat(LoadedModel.read(LoadedModel.ask(typed))).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "dig +short catalog.shop.internal @resolver-2                   ! dns-resolution[catalog, resolver]",
                "redis-cli -h catalog-cache.eu-west.shop.internal info stats    ! cache[catalog-cache in eu-west]",
                "mtr -rwc 50 accounts   (on web-3)                              ! network[web-3, accounts]",
                "aws ec2 describe-instance-status --region us-east-1 --include-all-instances ! scaling-instances[us-east]",
                "aws cloudwatch get-metric-statistics --namespace AWS/ApplicationELB --metric-name RequestCount ! traffic[edge]",
                "https://jaeger.shop.internal/search?service=checkout&tags=%7B%22error%22%3A%22true%22%7D ! traces[checkout]",
                "aws xray get-trace-summaries --filter-expression 'service(\"cart\")' ! traces[cart]"
            })
    void whatStandsInTheirLineIsMeant(String typed, String heard) {
        assertThat(LoadedModel.read(LoadedModel.ask(typed))).isEqualTo(heard);
    }

    @Test
    void aHostIsAServiceWhateverPathsAreCalled() {
        var understood = LoadedModel.ask("curl -s http://search.internal:8080/api/search?q=shoes");

        assertThat(understood.interpretations().getFirst().targets())
                .containsExactly(new Target.OfService(new ServiceId("search")));
    }

    @Test
    void aQueryForWhatIsCollectedIsOfEverything() {
        var understood =
                LoadedModel.ask("100 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[5m])) * 100");

        assertThat(understood.interpretations().getFirst().targets()).hasSizeGreaterThan(1);
    }

    @Test
    void theFilesOfARepositoryAreNoScenario() {
        var understood = LoadedModel.ask("git log -p --since=yesterday -- clusters/prod/edge/values.yaml");

        assertThat(understood.outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void aMetricIsOfWhatExportsIt() {
        assertThat(LoadedModel.read(LoadedModel.ask("rate(opensearch_http_requests_total[5m])")))
                .isEqualTo("traffic[search]");
        assertThat(LoadedModel.read(LoadedModel.ask("rate(java_http_requests_total[5m])")))
                .isEqualTo("traffic[]");
    }

    @Test
    void runWhereOneWasLast() {
        assertThat(LoadedModel.read(LoadedModel.askInTurn("top on checkout-2", "df -h")))
                .isEqualTo("disk[checkout-2]");
    }

    @ParameterizedTest
    @CsvSource({
        "kubectl logs deploy/wishlist, ABSENT",
        "aws autoscaling update-auto-scaling-group --auto-scaling-group-name web --desired-capacity 9, ACTION",
        "nodetool repair on orders-db, ACTION",
        "SELECT pg_terminate_backend(41877);, ACTION"
    })
    void revealNothingWhereThereIsNothingToSee(String typed, Outcome outcome) {
        var understood = LoadedModel.ask(typed);

        assertThat(understood.interpretations()).isEmpty();
        assertThat(understood.outcome()).isEqualTo(outcome);
    }
}
