package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bramble.storage.Credentials;
import io.bramble.storage.RequestClass;
import io.bramble.storage.StoreException.Refused;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.bramble.storage.Traffic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node whose pages a test writes. */
class TrafficPagesTest {
    private static final String PAGE = """
            # TYPE minio_bucket_api_total counter
            minio_bucket_api_total{bucket="photos",name="PutObject",server="127.0.0.1:9000",type="s3"} 3
            minio_bucket_api_total{bucket="photos",name="ListObjectsV2",server="127.0.0.1:9000",type="s3"} 2
            minio_bucket_api_total{bucket="photos",name="GetObject",server="127.0.0.1:9000",type="s3"} 7
            minio_bucket_api_total{bucket="photos",name="DeleteObject",server="127.0.0.1:9000",type="s3"} 9
            minio_bucket_api_total{bucket="photos",name="SomethingNew",server="127.0.0.1:9000",type="s3"} 1
            minio_bucket_api_4xx_errors_total{bucket="photos",name="PutObject",server="127.0.0.1:9000",type="s3"} 1
            minio_bucket_api_5xx_errors_total{bucket="photos",name="GetObject",server="127.0.0.1:9000",type="s3"} 2
            minio_bucket_api_canceled_total{bucket="photos",name="GetObject",server="127.0.0.1:9000",type="s3"} 1
            minio_bucket_api_traffic_received_bytes{bucket="photos",server="127.0.0.1:9000",type="s3"} 3.146898e+06
            minio_bucket_api_traffic_sent_bytes{bucket="photos",server="127.0.0.1:9000",type="s3"} 1.050102e+06
            minio_bucket_api_ttfb_seconds_distribution{le="0.050",name="GetObject",server="127.0.0.1:9000"} 4.5
            """;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Deque<String> starts = new ArrayDeque<>();
    private final TrafficPages traffic = new TrafficPages(new Metrics(Credentials.random(), Clock.systemUTC()));
    private HttpServer server;
    private URI node;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/minio/metrics/v3/bucket/api/", this::page);
        server.createContext("/minio/metrics/v3/system/process", this::process);
        server.start();
        node = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void page(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        answer(exchange, pages.getOrDefault(path.substring(path.lastIndexOf('/') + 1), ""));
    }

    private void process(HttpExchange exchange) throws IOException {
        var start = starts.size() > 1 ? starts.poll() : starts.peek();
        answer(exchange, "minio_system_process_start_time_seconds{server=\"x\"} " + start + "\n");
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("Authorization")).startsWith("Bearer ");
            exchange.sendResponseHeaders(200, page.isEmpty() ? -1 : page.getBytes(UTF_8).length);
            exchange.getResponseBody().write(page.getBytes(UTF_8));
        }
    }

    @Test
    void requests_are_counted_by_class_and_bytes_turned_round_where_the_engine_does_it_wrong() {
        pages.put("photos", PAGE);
        starts.add("1.79541222371e+09");

        var right = traffic.read(node, List.of("photos", "new"), false);
        var swapped = traffic.read(node, List.of("photos", "new"), true);

        assertThat(right.buckets()).isEqualTo(Map.of("photos", new Traffic(3_146_898, 1_050_102, 5, 1, 8, 3)));
        assertThat(swapped.buckets()).isEqualTo(Map.of("photos", new Traffic(1_050_102, 3_146_898, 5, 1, 8, 3)));
        assertThat(right.processStart()).isEqualTo(Instant.parse("2026-11-23T05:37:03.710Z"));
        assertThat(right.node()).isEqualTo(node.getAuthority());
    }

    @Test
    void a_pass_during_which_the_process_restarts_is_repeated() {
        pages.put("photos", PAGE);
        starts.addAll(List.of("100", "200", "200"));

        assertThat(traffic.read(node, List.of("photos"), false).processStart()).isEqualTo(Instant.ofEpochSecond(200));

        starts.clear();
        starts.addAll(List.of("1", "2", "3", "4", "5", "6"));
        assertThatThrownBy(() -> traffic.read(node, List.of("photos"), false)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_fraction_and_a_page_of_two_processes_are_refused() {
        starts.add("100");
        pages.put("photos", PAGE.replace("3.146898e+06", "3.5"));
        assertThatThrownBy(() -> traffic.read(node, List.of("photos"), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("3.5");

        pages.put("photos", PAGE + PAGE.replace("127.0.0.1:9000", "127.0.0.2:9000"));
        assertThatThrownBy(() -> traffic.read(node, List.of("photos"), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("several processes");
    }

    @Test
    void every_known_request_has_a_class() {
        for (var name : List.of(
                "PutObject",
                "putobjectpart",
                "CopyObject",
                "NewMultipartUpload",
                "ListObjectsV1",
                "CompleteMultipartUpload",
                "PostPolicyBucket",
                "ListObjectParts",
                "PutObjectTagging")) {
            assertThat(TrafficPages.kind(name)).as(name).isEqualTo(RequestClass.A);
        }
        for (var name : List.of("GetObject", "HeadObject", "GetBucketLocation", "SelectObjectContent", "Unheard")) {
            assertThat(TrafficPages.kind(name)).as(name).isEqualTo(RequestClass.B);
        }
        for (var name : List.of("DeleteObject", "DeleteMultipleObjects", "AbortMultipartUpload")) {
            assertThat(TrafficPages.kind(name)).as(name).isEqualTo(RequestClass.FREE);
        }
    }
}
