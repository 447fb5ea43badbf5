package io.bramble.storage;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A real Traefik with the rules of k8s/base/edge, taken from there word for word, before one engine. */
final class Edge implements AutoCloseable {
    /** Path of the executable, set by bin/test. */
    static final String EXECUTABLE = "TESTBED_TRAEFIK";

    private static final Path RULES = Path.of("k8s/base/edge/s3.yaml");
    private static final Path ARGUMENTS = Path.of("k8s/base/edge/traefik.yaml");

    private final Process process;
    private final URI endpoint;

    private Edge(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static Edge start(Path folder, URI engine) throws IOException {
        var rules = folder.resolve("rules.yaml");
        Files.writeString(rules, new Yaml().dump(Map.of("http", rules(engine))));
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(requireNonNull(System.getenv(EXECUTABLE)));
        command.add("--entryPoints.websecure.address=127.0.0.1:" + port);
        command.add("--providers.file.filename=" + rules);
        command.add("--global.checkNewVersion=false");
        command.add("--global.sendAnonymousUsage=false");
        command.addAll(arguments());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("traefik.log").toFile())
                .start();
        var edge = new Edge(process, URI.create("http://127.0.0.1:" + port));
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        Http.get(edge.endpoint.resolve("/minio/health/live")).statusCode() == 403);
        return edge;
    }

    private static List<String> arguments() throws IOException {
        var values = (String) map(documents(ARGUMENTS).getFirst().get("spec")).get("valuesContent");
        @SuppressWarnings("unchecked")
        var arguments = (List<String>) yaml().<Map<String, Object>>load(values).get("additionalArguments");
        return requireNonNull(arguments);
    }

    /** What Kubernetes has as objects, as Traefik's file has them. */
    private static Map<String, Object> rules(URI engine) throws IOException {
        var middlewares = new HashMap<String, Object>();
        var routers = new HashMap<String, Object>();
        for (var object : documents(RULES)) {
            var name = (String) map(object.get("metadata")).get("name");
            if (object.get("kind").equals("Middleware")) {
                middlewares.put(name, object.get("spec"));
            } else {
                routers.put(
                        name,
                        router(map(list(map(object.get("spec")).get("routes")).getFirst())));
            }
        }
        var servers = Map.of("loadBalancer", Map.of("servers", List.of(Map.of("url", engine.toString()))));
        return Map.of("middlewares", middlewares, "routers", routers, "services", Map.of("engine", servers));
    }

    private static Map<String, Object> router(Map<String, Object> route) {
        var router = new LinkedHashMap<String, Object>();
        router.put("rule", ((String) route.get("match")).replace("s3.example.org", "127.0.0.1"));
        router.put("service", map(list(route.get("services")).getFirst()).get("name"));
        router.put(
                "middlewares",
                list(route.get("middlewares")).stream()
                        .map(middleware -> map(middleware).get("name"))
                        .toList());
        if (route.containsKey("priority")) {
            router.put("priority", route.get("priority"));
        }
        return router;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> documents(Path file) throws IOException {
        return StreamSupport.stream(yaml().loadAll(Files.readString(file)).spliterator(), false)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) requireNonNull(value);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
