FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# The tests need a browser and have their own command (mvn verify); here the program is built, with the part of the JDK that it
# needs and a cache of what the JVM learns at a start.
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Prelease -Dmaven.test.skip=true package

# A glibc image: the embedding model's native library does not load on musl (Alpine). It brings libstdc++, which that wants.
FROM debian:stable-slim
RUN useradd --system --uid 10001 --home-dir /opt/mayday --shell /usr/sbin/nologin mayday \
    && install -d -o mayday /data
COPY --from=build /src/target/image/mayday /opt/mayday
# MAYDAY_DATABASE_URL puts all data on PostgreSQL: then the volume stays empty. Configuration: README.md.
USER mayday
WORKDIR /opt/mayday
# In a terminal, `play` draws with characters that the POSIX locale does not have.
ENV LANG=C.UTF-8
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["bin/mayday"]
CMD ["serve", "--port", "8080", "--data", "/data"]
