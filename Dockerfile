# Two images out of one build: "console", the program, and "source", a MySQL of the time that holds the demo's sample.
# They are for trying Fixture Ferry by hand, see docker-compose.yml. (What could not be tried is said there.)

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY frontend frontend
RUN mvn -B -ntp -DskipTests package
# The sample as SQL; 25 institutions are about a thousand objects.
ARG INSTITUTIONS=25
RUN java -jar target/quarkus-app/quarkus-run.jar demo --sql --institutions "$INSTITUTIONS" > /sample.sql

FROM mysql:5.7 AS source
# Run once, in the order of their names, when the database's volume is empty.
COPY --from=build /sample.sql /docker-entrypoint-initdb.d/10-sample.sql
COPY docker/20-reader.sh /docker-entrypoint-initdb.d/20-reader.sh

FROM eclipse-temurin:17-jre AS console
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin ferry \
 && mkdir /data \
 && chown ferry:ferry /data \
 && chmod 700 /data
COPY --from=build /build/target/quarkus-app /app
USER ferry
WORKDIR /data
# Within the container every address is "beyond this machine": so the console asks for a sign-in, and its log holds the one-time
# link that makes the operator's account.
ENV FERRY_DATA=/data FERRY_HOST=0.0.0.0 FERRY_PORT=8080
VOLUME /data
EXPOSE 8080
# The image has no curl; bash can ask by itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$FERRY_PORT && printf 'GET /q/health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/quarkus-run.jar"]
