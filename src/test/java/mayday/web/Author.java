package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A facilitator who writes scenarios: by forms and by the JSON API. */
record Author(Caller caller) {
    static final String[] HEADER = {
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(UTF_8))
    };

    static Author at(Served served) {
        return new Author(served.somebody());
    }

    Caller.Answer get(String path) {
        return caller.get(path, HEADER);
    }

    Caller.Answer send(String method, String path, Object body) {
        return caller.send(
                method,
                path,
                JsonMapper.shared().writeValueAsString(body),
                HEADER[0],
                HEADER[1],
                "Content-Type",
                "application/json");
    }

    Caller.Answer submit(String path, Map<String, String> fields) {
        return caller.submit(path, fields, HEADER);
    }
}
