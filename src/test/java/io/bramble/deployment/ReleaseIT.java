package io.bramble.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release as the pipeline makes it, with the pipeline's rights. On the testbed pods are played, not run. */
@EnabledIfEnvironmentVariable(named = Cluster.TESTBED, matches = ".+")
class ReleaseIT {
    private static final String DEPLOYER = "system:serviceaccount:bramble:deployer";
    private static final String GOOD = "sha256:" + "a".repeat(64);
    private static final String BAD = "sha256:" + "b".repeat(64);

    @BeforeAll
    static void install() {
        Cluster.prepare();
        Cluster.apply(Cluster.render(Path.of("k8s/overlays/production/platform")))
                .succeeded();
    }

    @Test
    void a_release_whose_check_fails_goes_back_by_itself() {
        deploy(GOOD, "true").succeeded();
        assertThat(images()).hasSize(2).allSatisfy(image -> assertThat(image).endsWith("@" + GOOD));

        var refused = deploy(BAD, "false");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.errors()).contains("going back");
        assertThat(images()).hasSize(2).allSatisfy(image -> assertThat(image).endsWith("@" + GOOD));
    }

    @Test
    void a_tag_is_no_release() {
        var answer = deploy("latest", "true");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.errors()).contains("sha256:");
    }

    @ParameterizedTest(name = "{0} {1} in {2}: {3}")
    @CsvSource({
        "patch,  deployments.apps, bramble,          yes",
        "create, jobs.batch,       bramble,          yes",
        "get,    secrets,          bramble,          no",
        "create, pods/exec,        bramble,          no",
        "delete, deployments.apps, bramble,          no",
        "patch,  networkpolicies,  bramble,          no",
        "patch,  roles,            bramble,          no",
        "get,    pods,             bramble-database, no",
        "patch,  deployments.apps, bramble-identity, no"
    })
    void the_pipeline_may_release_and_nothing_else(String verb, String resource, String namespace, String answer) {
        var asked = Cluster.kubectl("auth", "can-i", verb, resource, "--namespace", namespace, "--as", DEPLOYER);
        assertThat(asked.output().strip()).isEqualTo(answer);
    }

    private static Command deploy(String digest, String check) {
        var kubectl = Map.of("KUBECTL", Cluster.kubectl() + " --as=" + DEPLOYER);
        return Command.run(kubectl, "bin/deploy", "production", digest, check);
    }

    private static String[] images() {
        return Cluster.kubectl(
                        "get", "deployments", "--namespace", "bramble", "--output", "jsonpath={..containers[*].image}")
                .succeeded()
                .output()
                .split(" ");
    }
}
