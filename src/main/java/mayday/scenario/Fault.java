package mayday.scenario;

/** What a cause is, as a correct hypothesis would name it: a class of fault and the service where it sits. */
public record Fault(FaultClass faultClass, ServiceId target) {}
