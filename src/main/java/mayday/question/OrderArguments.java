package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.incident.ActionMenu;
import mayday.incident.Understanding.Argument;
import mayday.incident.Understanding.Offer;
import mayday.scenario.Action;

/** Finds in an order what is to be filled into the form of its action: a region, a number, on or off, a resolver. */
final class OrderArguments {
    private OrderArguments() {}

    /** The values of an action's arguments that are said. */
    static List<Argument> of(ActionMenu.Item item, Orders.Said said) {
        var arguments = new ArrayList<Argument>();
        for (var argument : item.arguments()) {
            value(argument, said).ifPresent(value -> arguments.add(new Argument(argument.name(), value)));
        }
        return arguments.subList(0, Math.min(arguments.size(), Offer.MOST_ARGUMENTS));
    }

    private static Optional<String> value(ActionMenu.Argument argument, Orders.Said said) {
        return switch (argument) {
            case ActionMenu.Argument.Choice(var name, var choices, var _) -> choice(name, choices, said);
            case ActionMenu.Argument.Whole(var name, var least, var most, var _) ->
                number(name, said)
                        .filter(number -> number >= least && number <= most)
                        .map(Object::toString);
        };
    }

    private static Optional<String> choice(String name, List<String> choices, Orders.Said said) {
        return switch (name) {
            case "region" ->
                said.mentions().regions().size() == 1
                        ? Optional.of(said.mentions().regions().getFirst().value())
                                .filter(choices::contains)
                        : Optional.empty();
            case "on" -> Optional.of(said.matches(Verbs.ON) ? "true" : "false");
            case "resolver" -> {
                var named = said.mentions().services().stream()
                        .map(service -> service.id().value())
                        .filter(choices::contains)
                        .findFirst();
                yield named.or(() -> said.matches(Verbs.OTHER) ? another(choices) : Optional.empty());
            }
            default -> choices.stream().filter(said.text()::contains).findFirst();
        };
    }

    /** The last of our own resolvers, as the menu has it; past the only one. */
    private static Optional<String> another(List<String> resolvers) {
        var bypass = Action.UseResolver.BYPASS.value();
        return resolvers.reversed().stream()
                .filter(each -> !each.equals(bypass))
                .findFirst()
                .filter(_ -> resolvers.size() > 2)
                .or(() -> resolvers.stream().filter(bypass::equals).findFirst());
    }

    private static Optional<Integer> number(String name, Orders.Said said) {
        if (name.equals("host")) {
            return said.mentions().hosts().stream().map(Piece.OfHost::number).findFirst();
        }
        var found = (name.equals("percent") ? Verbs.PERCENT : Verbs.NUMBER).matcher(said.text());
        return found.find() ? Optional.of(Integer.parseInt(found.group(1))) : Optional.empty();
    }
}
