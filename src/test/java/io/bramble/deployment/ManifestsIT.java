package io.bramble.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server says to our manifests, with the real schemas of CloudNativePG, cert-manager and Traefik. */
@EnabledIfEnvironmentVariable(named = Cluster.TESTBED, matches = ".+")
class ManifestsIT {
    private static final Path PLATFORM = Path.of("k8s/overlays/production/platform");
    private static final Path RELEASE = Path.of("k8s/overlays/production/release");

    @BeforeAll
    static void prepare() {
        Cluster.prepare();
    }

    static List<Path> overlays() {
        return Cluster.overlays();
    }

    @Test
    void staging_and_production_have_a_platform_and_a_release() {
        assertThat(overlays())
                .extracting(overlay -> overlay.subpath(2, 4).toString())
                .contains("staging/platform", "staging/release", "production/platform", "production/release");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_object_is_accepted_without_a_warning(Path overlay) {
        var answer = Cluster.dryRun(Cluster.render(overlay)).succeeded();
        assertThat(answer.output().lines()).hasSameSizeAs(Cluster.objects(overlay));
        // Pod Security warns about pod templates, the API server about what is deprecated.
        assertThat(answer.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "release, readOnlyRootFilesystem, readonlyRootFilesystem",
        "release, topologySpreadConstraints, topologySpreadConstraint",
        "platform, policyTypes, policyType",
        "platform, isWALArchiver, isWalArchiver",
        "platform, renewBeforePercentage, renewBeforePercent",
        "platform, inFlightReq, inflightReq",
        "platform, s3Credentials, s3Credential"
    })
    void a_misspelt_field_is_refused(String part, String right, String wrong) {
        var manifests = Cluster.render(part.equals("release") ? RELEASE : PLATFORM);
        assertThat(manifests).contains(right + ":");
        var answer = Cluster.dryRun(manifests.replace(right + ":", wrong + ":"));
        assertThat(answer.status()).isNotZero();
        assertThat(answer.errors()).contains(wrong);
    }

    @Test
    void applied_for_real_a_second_time_nothing_would_change() {
        var manifests = Cluster.render(PLATFORM);
        Cluster.apply(manifests).succeeded();
        Cluster.withFile(manifests, file -> Cluster.kubectl("diff", "--server-side", "--force-conflicts", "-f", file))
                .succeeded();
    }

    @Test
    void the_namespaces_refuse_a_pod_that_may_do_more_than_it_needs() {
        var answer = Cluster.dryRun("""
                {apiVersion: v1, kind: Pod, metadata: {name: greedy, namespace: bramble},
                 spec: {hostNetwork: true, containers: [{name: one, image: any}]}}
                """);
        assertThat(answer.status()).isNotZero();
        assertThat(answer.errors()).contains("violates PodSecurity");
    }
}
