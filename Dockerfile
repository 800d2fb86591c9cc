# syntax=docker/dockerfile:1

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
# The tests need a browser and have their own command (mvn verify); here the program is built.
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dmaven.test.skip=true package

# A glibc image: the embedding model's native library does not load on musl (Alpine).
FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --uid 10001 --home-dir /opt/mayday --shell /usr/sbin/nologin mayday \
    && install -d -o mayday /data
WORKDIR /opt/mayday
COPY --from=build /src/target/lib lib
COPY --from=build /src/target/mayday.jar ./
COPY scenarios scenarios

# MAYDAY_DATABASE_URL puts all data on PostgreSQL: then the volume stays empty. Configuration: README.md.

# One run of the server on the very JVM and class path of the final image: the cache is good for nothing else.
FROM runtime AS trained
COPY src/main/docker/train.sh /tmp/train.sh
RUN bash /tmp/train.sh /tmp/mayday.aot

FROM runtime
COPY --from=trained /tmp/mayday.aot ./
USER mayday
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "--sun-misc-unsafe-memory-access=allow", "-XX:AOTCache=mayday.aot", "-jar", "mayday.jar"]
CMD ["serve", "--port", "8080", "--data", "/data"]
