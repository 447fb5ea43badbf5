# COPY lines around the jar that was tested, which bin/image extracts into target/image first: so they can be built for
# both architectures without emulation. Give BASE with its digest for the same image twice (a version moves, a digest
# does not).
ARG BASE=docker.io/library/eclipse-temurin:25-jre
FROM ${BASE} AS plain
WORKDIR /app
# Seldom changed first: a new release of Bramble alone is one small layer.
COPY target/image/dependencies/ ./
COPY target/image/application/ ./
USER 10001:10001
EXPOSE 8080 9000
# Heap by the container's limit; a JVM without memory ends and is started again. /tmp is the only place written to.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=/app/bramble.aot", "-jar", "/app/bramble.jar"]

# The same with a cache of parsed, linked and profiled classes, which halves the start. It belongs to one JVM on one
# architecture, so it can only be made where that runs (docs/adr/0003); without it the image starts all the same.
FROM plain AS trained
USER 0
RUN --mount=type=bind,source=target/training,target=/training \
    ["java", "-XX:AOTCacheOutput=/app/bramble.aot", "-Xlog:aot=error", "-Dspring.context.exit=onRefresh", "-Dspring.config.additional-location=/training/", "-jar", "/app/bramble.jar"]
USER 10001:10001
