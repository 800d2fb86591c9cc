package mayday.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a route is for. The first table says how each kind of route answers whom; the second says of which kind each route is. A new
 * role of {@link Who} is a new column of the first one.
 */
enum RouteAccess {
    /** Anybody. */
    EVERYBODY,
    /** A room: its owner and facilitators; for others it does not exist. */
    INCIDENT,
    /** A drill: those who have a seat in it and facilitators; for others it does not exist. */
    DRILL,
    /** What those do who have a seat in a drill; facilitators have none. */
    SEAT,
    /** A page that only facilitators may see, or a form on one. */
    FACILITATORS_PAGE,
    /** A call that only facilitators may make. */
    FACILITATORS_CALL,
    /** A form for facilitators on a page that others see as well. */
    FACILITATORS_FORM,
    /** A call for facilitators about an incident, which exists for those alone who may be in it. */
    FACILITATORS_IN_INCIDENT;

    /** How somebody is answered, as far as who they are matters. */
    enum Answered {
        /** As anybody would be whom it is for, be it with what is wrong about the request. */
        SERVED,
        /** As if the incident did not exist. */
        HIDDEN,
        /** Led to the log-in page, or told to log in. */
        LOG_IN,
        /** 401, a problem document. */
        NO_CREDENTIALS,
        /** 403. */
        FORBIDDEN
    }

    private static final String ANSWERS = """
            kind                     | anonymous      | owner          | other-learner  | facilitator | program
            everybody                | served         | served         | served         | served      | served
            incident                 | hidden         | served         | hidden         | served      | served
            drill                    | hidden         | hidden         | hidden         | served      | served
            seat                     | hidden         | hidden         | hidden         | forbidden   | forbidden
            facilitators-page        | log-in         | log-in         | log-in         | served      | served
            facilitators-call        | no-credentials | no-credentials | no-credentials | served      | served
            facilitators-form        | forbidden      | forbidden      | forbidden      | served      | served
            facilitators-in-incident | hidden         | forbidden      | hidden         | served      | served
            """;

    private static final String ROUTES = """
            everybody                | GET /
            everybody                | GET /api
            everybody                | GET /api/openapi.json
            everybody                | POST /api/v1/incidents
            everybody                | GET /api/v1/progress
            everybody                | GET /api/v1/rubrics
            everybody                | GET /api/v1/scenarios
            everybody                | GET /facilitators/first
            everybody                | POST /facilitators/first
            everybody                | GET /health/live
            everybody                | GET /health/ready
            everybody                | POST /incidents
            everybody                | GET /login
            everybody                | POST /login
            everybody                | POST /logout
            everybody                | GET /me
            everybody                | POST /me
            everybody                | GET /progress
            everybody                | GET /schema/{file}
            facilitators-call        | GET /api/v1/account
            facilitators-call        | PATCH /api/v1/account
            facilitators-call        | PUT /api/v1/account/password
            facilitators-call        | GET /api/v1/audit
            facilitators-call        | GET /api/v1/facilitators
            facilitators-call        | POST /api/v1/facilitators
            facilitators-call        | PATCH /api/v1/facilitators/{aid}
            facilitators-call        | PUT /api/v1/facilitators/{aid}/password
            facilitators-call        | POST /api/v1/studio/archives
            facilitators-call        | GET /api/v1/studio/deleted
            facilitators-call        | POST /api/v1/studio/deleted/{kept}
            facilitators-call        | GET /api/v1/studio/keys
            facilitators-call        | GET /api/v1/studio/scenarios
            facilitators-call        | POST /api/v1/studio/scenarios
            facilitators-call        | DELETE /api/v1/studio/scenarios/{scenario}
            facilitators-call        | GET /api/v1/studio/scenarios/{scenario}
            facilitators-call        | GET /api/v1/studio/scenarios/{scenario}/archive
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/check
            facilitators-call        | GET /api/v1/studio/scenarios/{scenario}/editions
            facilitators-call        | GET /api/v1/studio/scenarios/{scenario}/editions/{number}
            facilitators-call        | GET /api/v1/studio/scenarios/{scenario}/file
            facilitators-call        | PUT /api/v1/studio/scenarios/{scenario}/file
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/incidents
            facilitators-call        | GET /api/v1/studio/scenarios/{scenario}/misunderstood
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/preview
            facilitators-call        | GET /api/v1/studio/scenarios/{scenario}/proofs/{revision}
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/publish
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/recordings
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/recordings/{look}
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/tests
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/tests/run
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/trials
            facilitators-call        | POST /api/v1/studio/scenarios/{scenario}/wordings
            facilitators-call        | GET /api/v1/studio/systems
            facilitators-call        | GET /api/v1/studio/systems/{system}
            facilitators-call        | POST /api/v1/studio/systems/{system}/check
            facilitators-call        | GET /api/v1/studio/systems/{system}/editions
            facilitators-call        | GET /api/v1/studio/systems/{system}/editions/{number}
            facilitators-call        | GET /api/v1/studio/systems/{system}/file
            facilitators-call        | PUT /api/v1/studio/systems/{system}/file
            facilitators-form        | POST /incidents/{id}/debrief/overrides
            facilitators-form        | POST /incidents/{id}/debrief/overrides/{part}/withdraw
            facilitators-in-incident | DELETE /api/v1/incidents/{id}/debrief/overrides/{part}
            facilitators-in-incident | PUT /api/v1/incidents/{id}/debrief/overrides/{part}
            facilitators-page        | GET /account
            facilitators-page        | GET /account/audit
            facilitators-page        | POST /account/facilitators
            facilitators-page        | POST /account/facilitators/{aid}/disable
            facilitators-page        | POST /account/facilitators/{aid}/enable
            facilitators-page        | POST /account/facilitators/{aid}/password
            facilitators-page        | POST /account/name
            facilitators-page        | POST /account/password
            facilitators-page        | GET /incidents/{id}/facilitator
            facilitators-page        | GET /studio
            facilitators-page        | POST /studio
            facilitators-page        | POST /studio/deleted
            facilitators-page        | POST /studio/import
            facilitators-page        | GET /studio/systems/{system}
            facilitators-page        | POST /studio/systems/{system}
            facilitators-page        | GET /studio/systems/{system}/history
            facilitators-page        | GET /studio/{scenario}
            facilitators-page        | POST /studio/{scenario}
            facilitators-page        | GET /studio/{scenario}/archive
            facilitators-page        | POST /studio/{scenario}/bench
            facilitators-page        | POST /studio/{scenario}/delete
            facilitators-page        | GET /studio/{scenario}/history
            facilitators-page        | POST /studio/{scenario}/preview
            facilitators-page        | GET /studio/{scenario}/recordings
            facilitators-page        | POST /studio/{scenario}/recordings
            facilitators-page        | POST /studio/{scenario}/recordings/write
            facilitators-page        | POST /studio/{scenario}/tests
            facilitators-page        | POST /studio/{scenario}/tests/run
            facilitators-page        | POST /studio/{scenario}/wordings
            incident                 | GET /api/v1/incidents/{id}
            incident                 | POST /api/v1/incidents/{id}/acknowledge
            incident                 | GET /api/v1/incidents/{id}/actions
            incident                 | POST /api/v1/incidents/{id}/actions
            incident                 | POST /api/v1/incidents/{id}/actions/{aid}/cancel
            incident                 | POST /api/v1/incidents/{id}/close
            incident                 | GET /api/v1/incidents/{id}/debrief
            incident                 | GET /api/v1/incidents/{id}/debrief/what-if
            incident                 | POST /api/v1/incidents/{id}/escalations
            incident                 | GET /api/v1/incidents/{id}/events
            incident                 | GET /api/v1/incidents/{id}/evidence/{eid}
            incident                 | PATCH /api/v1/incidents/{id}/evidence/{eid}
            incident                 | POST /api/v1/incidents/{id}/forks
            incident                 | POST /api/v1/incidents/{id}/hints
            incident                 | POST /api/v1/incidents/{id}/hypotheses
            incident                 | PATCH /api/v1/incidents/{id}/hypotheses/{hid}
            incident                 | POST /api/v1/incidents/{id}/hypotheses/{hid}/links
            incident                 | POST /api/v1/incidents/{id}/messages/{mid}/replies
            incident                 | GET /api/v1/incidents/{id}/post-mortem
            incident                 | PUT /api/v1/incidents/{id}/post-mortem
            incident                 | GET /api/v1/incidents/{id}/post-mortem.md
            incident                 | POST /api/v1/incidents/{id}/questions
            incident                 | POST /api/v1/incidents/{id}/questions/{qid}/fallback
            incident                 | GET /api/v1/incidents/{id}/reviewer-questions
            incident                 | PUT /api/v1/incidents/{id}/reviewer-questions/{qid}
            incident                 | POST /api/v1/incidents/{id}/severity
            incident                 | POST /api/v1/incidents/{id}/updates
            incident                 | POST /api/v1/incidents/{id}/wait
            incident                 | GET /incidents/{id}
            incident                 | POST /incidents/{id}/acknowledge
            incident                 | GET /incidents/{id}/actions/{kind}
            incident                 | POST /incidents/{id}/actions/{kind}
            incident                 | GET /incidents/{id}/close
            incident                 | POST /incidents/{id}/close
            incident                 | GET /incidents/{id}/debrief
            incident                 | GET /incidents/{id}/debrief/what-if
            incident                 | GET /incidents/{id}/escalations
            incident                 | POST /incidents/{id}/escalations
            incident                 | GET /incidents/{id}/evidence/{eid}
            incident                 | GET /incidents/{id}/evidence/{eid}/link
            incident                 | POST /incidents/{id}/evidence/{eid}/link
            incident                 | POST /incidents/{id}/evidence/{eid}/pin
            incident                 | POST /incidents/{id}/forks
            incident                 | GET /incidents/{id}/hints
            incident                 | POST /incidents/{id}/hints
            incident                 | POST /incidents/{id}/hypotheses
            incident                 | GET /incidents/{id}/hypotheses/new
            incident                 | GET /incidents/{id}/hypotheses/{hid}
            incident                 | POST /incidents/{id}/hypotheses/{hid}
            incident                 | POST /incidents/{id}/hypotheses/{hid}/confidence
            incident                 | GET /incidents/{id}/messages/{mid}/reply
            incident                 | POST /incidents/{id}/messages/{mid}/reply
            incident                 | GET /incidents/{id}/post-mortem
            incident                 | POST /incidents/{id}/post-mortem
            incident                 | GET /incidents/{id}/post-mortem.json
            incident                 | GET /incidents/{id}/post-mortem.md
            incident                 | POST /incidents/{id}/questions
            incident                 | POST /incidents/{id}/questions/{qid}/fallback
            incident                 | POST /incidents/{id}/reviewer-questions/{qid}
            incident                 | GET /incidents/{id}/severity
            incident                 | POST /incidents/{id}/severity
            incident                 | POST /incidents/{id}/started/{aid}/cancel
            incident                 | GET /incidents/{id}/stream
            incident                 | GET /incidents/{id}/updates
            incident                 | POST /incidents/{id}/updates
            incident                 | GET /incidents/{id}/wait
            incident                 | POST /incidents/{id}/wait
            everybody                | GET /api/v1/drills
            everybody                | POST /api/v1/drills/join
            everybody                | GET /drills
            everybody                | GET /join
            everybody                | POST /join
            everybody                | GET /join/{code}
            facilitators-call        | POST /api/v1/drills
            facilitators-call        | GET /api/v1/drills/{drill}/console
            facilitators-call        | POST /api/v1/drills/{drill}/start
            facilitators-call        | POST /api/v1/drills/{drill}/pause
            facilitators-call        | POST /api/v1/drills/{drill}/resume
            facilitators-call        | POST /api/v1/drills/{drill}/extend
            facilitators-call        | POST /api/v1/drills/{drill}/hints
            facilitators-call        | POST /api/v1/drills/{drill}/answers
            facilitators-call        | POST /api/v1/drills/{drill}/injects
            facilitators-call        | POST /api/v1/drills/{drill}/injects/{number}/withdraw
            facilitators-call        | POST /api/v1/drills/{drill}/probes
            facilitators-call        | POST /api/v1/drills/{drill}/board
            facilitators-call        | POST /api/v1/drills/{drill}/end
            facilitators-call        | POST /api/v1/drills/{drill}/reveal
            facilitators-page        | GET /drills/new
            facilitators-page        | POST /drills
            facilitators-page        | GET /drills/{drill}/console
            facilitators-page        | GET /drills/{drill}/console/stream
            facilitators-page        | GET /drills/{drill}/console/forms/{form}
            facilitators-page        | POST /drills/{drill}/console/start
            facilitators-page        | POST /drills/{drill}/console/pause
            facilitators-page        | POST /drills/{drill}/console/resume
            facilitators-page        | POST /drills/{drill}/console/extend
            facilitators-page        | POST /drills/{drill}/console/hint
            facilitators-page        | POST /drills/{drill}/console/answer
            facilitators-page        | POST /drills/{drill}/console/inject
            facilitators-page        | POST /drills/{drill}/console/withdraw
            facilitators-page        | POST /drills/{drill}/console/probe
            facilitators-page        | POST /drills/{drill}/console/board
            facilitators-page        | POST /drills/{drill}/console/freeze
            facilitators-page        | POST /drills/{drill}/console/end
            facilitators-page        | POST /drills/{drill}/console/reveal
            drill                    | GET /api/v1/drills/{drill}
            drill                    | GET /api/v1/drills/{drill}/events
            drill                    | GET /api/v1/drills/{drill}/probe
            drill                    | POST /api/v1/drills/{drill}/messages
            drill                    | GET /api/v1/drills/{drill}/standings
            drill                    | GET /api/v1/drills/{drill}/debrief
            drill                    | GET /api/v1/drills/{drill}/export/{format}
            drill                    | GET /drills/{drill}
            drill                    | GET /drills/{drill}/stream
            drill                    | GET /drills/{drill}/changes
            drill                    | GET /drills/{drill}/probe
            drill                    | POST /drills/{drill}/say
            drill                    | GET /drills/{drill}/standings
            drill                    | GET /drills/{drill}/standings/stream
            drill                    | GET /drills/{drill}/debrief
            drill                    | GET /drills/{drill}/debrief/export/{format}
            seat                     | POST /api/v1/drills/{drill}/seat
            drill                    | POST /api/v1/drills/{drill}/ready
            seat                     | POST /api/v1/drills/{drill}/leave
            seat                     | POST /api/v1/drills/{drill}/command
            drill                    | POST /api/v1/drills/{drill}/probe
            drill                    | POST /api/v1/drills/{drill}/actions
            seat                     | POST /drills/{drill}/seat
            seat                     | POST /drills/{drill}/ready
            seat                     | POST /drills/{drill}/leave
            seat                     | POST /drills/{drill}/command
            seat                     | POST /drills/{drill}/probe
            seat                     | POST /drills/{drill}/debrief/action
            incident                 | GET /incidents/{id}/changes
            """;

    private static final Map<String, RouteAccess> ALL = routes();

    static Map<String, RouteAccess> all() {
        return ALL;
    }

    static RouteAccess of(String route) {
        var access = ALL.get(route);
        if (access == null) {
            throw new AssertionError(route + " stands in no line of RouteAccess: say whom it is for");
        }
        return access;
    }

    Answered to(Who who) {
        var rows = ANSWERS.lines().map(RouteAccess::cells).toList();
        var row = rows.stream()
                .filter(each -> each.getFirst().equals(word(this)))
                .findFirst()
                .orElseThrow();
        var answers = new EnumMap<Who, Answered>(Who.class);
        for (var column = 1; column < row.size(); column++) {
            answers.put(
                    Who.valueOf(constant(rows.getFirst().get(column))), Answered.valueOf(constant(row.get(column))));
        }
        return Map.copyOf(answers).getOrDefault(who, Answered.HIDDEN);
    }

    private static Map<String, RouteAccess> routes() {
        var routes = new TreeMap<String, RouteAccess>();
        ROUTES.lines()
                .map(RouteAccess::cells)
                .forEach(row -> routes.put(row.get(1), valueOf(constant(row.getFirst()))));
        return routes;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
