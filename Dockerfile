# One image; the job's name is its argument:
#   docker build -t practicewatch .
#   docker run --rm practicewatch nightly
# With your own extracts, settings and results, as the user that owns those folders:
#   docker run --rm --user "$(id -u):$(id -g)" \
#     -v /srv/practicewatch/input:/practicewatch/input \
#     -v /srv/practicewatch/jobs:/practicewatch/jobs \
#     -v /srv/practicewatch/output:/practicewatch/output practicewatch nightly

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN mvn -q -B -Dquick -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
WORKDIR /practicewatch
COPY --from=build /build/target/lib lib/
COPY --from=build /build/target/practicewatch.jar ./
COPY practicewatch ./
COPY jobs jobs/
COPY input input/
RUN useradd --system --uid 10001 practicewatch \
    && mkdir output \
    && chown -R practicewatch input jobs output
USER practicewatch
VOLUME ["/practicewatch/input", "/practicewatch/output", "/practicewatch/jobs"]
# The launcher, as everywhere: PRACTICEWATCH_JAVA_OPTS counts here too. It becomes Java, which hears of docker stop.
ENTRYPOINT ["sh", "/practicewatch/practicewatch"]
CMD ["nightly"]
