package mayday.recording;

import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.recording.Recording.Metrics;
import mayday.recording.Recording.Series;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Prometheus answers to {@code /api/v1/query_range}: {@code {"status": "success", "data": {"resultType": "matrix", "result":
 * [{"metric": {...}, "values": [[1714564800, "0.25"], ...]}]}}}, or the {@code result} alone. Token by token, so that a large answer takes no
 * more room than the series that are kept.
 */
final class PrometheusReader {
    private static final String EXPECTED =
            "export it with /api/v1/query_range?query=...&start=...&end=...&step=...: it has `resultType` `matrix`";

    private final JsonParser json;
    private final List<Series> series = new ArrayList<>();
    private int all;
    private boolean hasResult;

    private PrometheusReader(JsonParser json) {
        this.json = json;
    }

    static Metrics read(Reader text) throws Broken {
        try (var json = JsonMapper.shared().createParser(text)) {
            return new PrometheusReader(json).metrics();
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw Broken.at(
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    "this is no JSON: " + firstLine(broken.getOriginalMessage()),
                    "export it again; the file may have been cut off");
        }
    }

    /** Of a parser's message what a person can use. */
    static String firstLine(String message) {
        var line = message.lines().findFirst().orElse("");
        var end = line.indexOf(" (start marker");
        return (end < 0 ? line : line.substring(0, end)).replaceFirst("[.:; ]+$", "");
    }

    private Metrics metrics() throws Broken {
        switch (json.nextToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> result();
            case null, default -> throw wrong("this is not what Prometheus answers");
        }
        if (!hasResult) {
            throw wrong("this JSON has no `result`");
        }
        if (json.nextToken() != null) {
            throw wrong("after the answer of Prometheus there is more");
        }
        if (series.isEmpty()) {
            throw wrong(
                    all == 0
                            ? "the answer of Prometheus has no series: the query found nothing"
                            : "no series has a number in it");
        }
        return new Metrics(series, all);
    }

    private Broken wrong(String why) {
        var at = json.currentTokenLocation();
        return Broken.at(at.getLineNr(), at.getColumnNr(), why, EXPECTED);
    }

    /** The answer as a whole, or its {@code data}. */
    private void object() throws Broken {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (name.equals("data") && value == JsonToken.START_OBJECT) {
                object();
            } else if (name.equals("result") && value == JsonToken.START_ARRAY) {
                result();
            } else if (name.equals("resultType") && !json.getValueAsString("").equals("matrix")) {
                throw wrong("this is a `" + json.getValueAsString("") + "`, and a chart needs a matrix");
            } else if (name.equals("error") && value == JsonToken.VALUE_STRING) {
                throw wrong("Prometheus answered with an error: " + firstLine(json.getString()));
            } else {
                json.skipChildren();
            }
        }
    }

    private void result() throws Broken {
        hasResult = true;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw wrong("a series is an object with `metric` and `values`");
            }
            series();
        }
    }

    private void series() throws Broken {
        all++;
        var labels = Map.<String, String>of();
        var points = new Points();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (name.equals("metric") && value == JsonToken.START_OBJECT) {
                labels = labels();
            } else if (name.equals("values")
                    && value == JsonToken.START_ARRAY
                    && series.size() < Recording.MOST_SERIES) {
                values(points);
            } else if (name.equals("value")) {
                throw wrong("this is the answer to /api/v1/query: one value, and a chart needs many");
            } else {
                json.skipChildren();
            }
        }
        var samples = points.samples(Recording.MOST_SAMPLES);
        if (!samples.isEmpty()) {
            series.add(new Series(labels, samples, points.all()));
        }
    }

    private Map<String, String> labels() throws Broken {
        var labels = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw wrong("the label `" + name + "` is no text");
            }
            labels.put(name, json.getString());
        }
        return labels;
    }

    private void values(Points points) throws Broken {
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_ARRAY || !json.nextToken().isNumeric()) {
                throw wrong("a value is written [1714564800, \"0.25\"]: seconds since 1970, and a number as text");
            }
            var at = instant(json.getDoubleValue());
            json.nextToken();
            points.add(at, number(json.getValueAsString("")));
            if (json.nextToken() != JsonToken.END_ARRAY) {
                throw wrong("a value is a time and one number");
            }
        }
    }

    private Instant instant(double seconds) throws Broken {
        if (!(Math.abs(seconds) < 1e11)) {
            throw wrong("times are seconds since 1970");
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private double number(String text) throws Broken {
        try {
            return switch (text) {
                case "NaN", "+Inf", "-Inf" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException none) {
            throw wrong("`" + text + "` is no number");
        }
    }
}
