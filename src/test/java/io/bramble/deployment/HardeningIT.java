package io.bramble.deployment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of ours that the API server does not know, over the rendered overlays. */
@EnabledIfEnvironmentVariable(named = Cluster.TESTBED, matches = ".+")
class HardeningIT {

    static List<Path> overlays() {
        return Cluster.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_container_is_locked_in_and_measured(Path overlay) {
        for (var pod : pods(overlay)) {
            assertThat(pod).containsEntry("automountServiceAccountToken", false);
            assertThat(map(pod, "securityContext")).containsEntry("runAsNonRoot", true);
            for (var container : containers(pod)) {
                assertThat(map(container, "securityContext"))
                        .containsEntry("readOnlyRootFilesystem", true)
                        .containsEntry("allowPrivilegeEscalation", false)
                        .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
                assertThat(map(map(container, "resources"), "requests")).containsOnlyKeys("cpu", "memory");
                // A limit on CPU only makes a start slow.
                assertThat(map(map(container, "resources"), "limits")).containsOnlyKeys("memory");
                assertThat((String) container.get("image")).doesNotEndWith(":latest");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void what_serves_is_probed_for_start_readiness_and_life(Path overlay) {
        for (var deployment : ofKind(overlay, "Deployment")) {
            assertThat(maps(podOf(deployment), "containers")).allSatisfy(container -> assertThat(container)
                    .containsKeys("startupProbe", "readinessProbe", "livenessProbe"));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void a_namespace_lets_nothing_in_or_out_but_what_a_policy_names(Path overlay) {
        var namespaces = names(ofKind(overlay, "Namespace"), "name");
        var closed = ofKind(overlay, "NetworkPolicy").stream()
                .filter(policy -> map(policy, "spec")
                        .equals(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress"))))
                .toList();
        assertThat(names(closed, "namespace")).isEqualTo(namespaces);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void no_secret_is_committed(Path overlay) {
        assertThat(ofKind(overlay, "Secret")).isEmpty();
    }

    private static List<Map<String, Object>> ofKind(Path overlay, String kind) {
        return Cluster.objects(overlay).stream()
                .filter(object -> kind.equals(object.get("kind")))
                .toList();
    }

    private static List<Map<String, Object>> pods(Path overlay) {
        return Cluster.objects(overlay).stream()
                .filter(object -> Set.of("Deployment", "Job", "StatefulSet").contains(object.get("kind")))
                .map(HardeningIT::podOf)
                .toList();
    }

    private static Map<String, Object> podOf(Map<String, Object> workload) {
        return map(map(map(workload, "spec"), "template"), "spec");
    }

    private static Set<Object> names(List<Map<String, Object>> objects, String field) {
        return objects.stream()
                .map(object -> requireNonNull(map(object, "metadata").get(field)))
                .collect(Collectors.toSet());
    }

    private static List<Map<String, Object>> containers(Map<String, Object> pod) {
        var all = new ArrayList<>(maps(pod, "containers"));
        if (pod.containsKey("initContainers")) all.addAll(maps(pod, "initContainers"));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> object, String field) {
        return (Map<String, Object>) requireNonNull(object.get(field), field);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> object, String field) {
        return (List<Map<String, Object>>) requireNonNull(object.get(field), field);
    }
}
