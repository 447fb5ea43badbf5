package io.bramble.deployment;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The testbed's API server, prepared as a cluster is before Bramble comes: with the schemas of what it talks to. */
final class Cluster {
    static final String TESTBED = "TESTBED_LEVEL";

    private Cluster() {}

    static String kubectl() {
        return requireNonNull(System.getenv("TESTBED_KUBECTL"), "TESTBED_KUBECTL: started by bin/test?");
    }

    static Command kubectl(String... words) {
        return Command.run(Stream.concat(Stream.of(kubectl()), Stream.of(words)).toArray(String[]::new));
    }

    static void prepare() {
        kubectl("apply", "--server-side", "-f", "k8s/vendor").succeeded();
        kubectl("wait", "--for=condition=Established", "--timeout=60s", "crd", "--all")
                .succeeded();
        if (kubectl("get", "namespace", "cert-manager").status() != 0) {
            kubectl("create", "namespace", "cert-manager").succeeded();
        }
        kubectl("apply", "--server-side", "-f", "k8s/base/network/namespaces.yaml")
                .succeeded();
    }

    /** Every overlay there is: a new one is tested without being named here. */
    static List<Path> overlays() {
        try (var files = Files.walk(Path.of("k8s/overlays"))) {
            return files.filter(file -> file.endsWith("kustomization.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String render(Path overlay) {
        return kubectl("kustomize", overlay.toString()).succeeded().output();
    }

    static List<Map<String, Object>> objects(Path overlay) {
        return objects(render(overlay));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(String manifests) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return Stream.iterate(yaml.loadAll(manifests).iterator(), i -> i.hasNext(), i -> i)
                .map(documents -> (Map<String, Object>) documents.next())
                .toList();
    }

    static Command dryRun(String manifests) {
        return apply(manifests, "--dry-run=server");
    }

    static Command apply(String manifests, String... flags) {
        return withFile(
                manifests,
                file -> kubectl(Stream.concat(
                                Stream.of("apply", "--server-side", "--force-conflicts", "-f", file), Stream.of(flags))
                        .toArray(String[]::new)));
    }

    static Command withFile(String manifests, Function<String, Command> use) {
        try {
            var file = Files.createTempFile("manifests", ".yaml");
            try {
                return use.apply(Files.writeString(file, manifests).toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
