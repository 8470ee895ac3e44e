"""What choices are called in pages: the message of every enum value that a reader meets."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from models.call import CallState
from models.eligibility import Eligibility, RuleKind, Verdict
from models.idea import IdeaStatus, Origin, PartyRole, ResourceKind
from models.organisation import LanguageStatus, OrganisationKind, SizeClass, UrbanClass
from models.partner_evaluation import Ranker
from models.project import ProjectKind, ProjectState
from models.register_evaluation import RegisterRanker
from models.reuse import Confidence, ReuseVerdict
from models.run import RunKind
from models.suggestion import PartName
from models.theme import Edited
from web.call_comparison import Standing
from web.closeness import Closeness
from web.firmness import Firmness
from web.translations import N_

# By enum first: members of two StrEnums with the same value are equal, so one flat mapping would confuse them.
_LABELS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = MappingProxyType(
    {
        IdeaStatus: {
            IdeaStatus.OPEN: N_("Looking for partners"),
            IdeaStatus.COMPLETE: N_("Partners found"),
            IdeaStatus.WITHDRAWN: N_("Withdrawn"),
        },
        Origin: {
            Origin.ILLUSTRATIVE: N_("Illustrative"),
            Origin.IMPORTED: N_("Imported"),
        },
        PartyRole: {
            PartyRole.LEAD: N_("Lead"),
            PartyRole.MEMBER: N_("Member"),
            PartyRole.ASSOCIATE: N_("Associate"),
        },
        ResourceKind: {
            ResourceKind.SKILL: N_("Skill"),
            ResourceKind.SYSTEM_IN_USE: N_("System in use"),
            ResourceKind.PILOT_SITE: N_("Pilot site"),
            ResourceKind.PROCUREMENT: N_("Procurement"),
            ResourceKind.MONEY: N_("Money"),
            ResourceKind.FINISHED_SOLUTION: N_("Finished solution"),
        },
        OrganisationKind: {
            OrganisationKind.MUNICIPALITY: N_("Municipality"),
            OrganisationKind.JOINT_AUTHORITY: N_("Joint authority"),
            OrganisationKind.ASSOCIATE: N_("Associate"),
        },
        LanguageStatus: {
            LanguageStatus.FINNISH: N_("Finnish"),
            LanguageStatus.FINNISH_SWEDISH: N_("Finnish and Swedish"),
            LanguageStatus.SWEDISH_FINNISH: N_("Swedish and Finnish"),
            LanguageStatus.SWEDISH: N_("Swedish"),
        },
        SizeClass: {
            SizeClass.UNDER_5000: N_("Under 5,000 inhabitants"),
            SizeClass.FROM_5000: N_("5,000–20,000 inhabitants"),
            SizeClass.FROM_20000: N_("20,000–100,000 inhabitants"),
            SizeClass.OVER_100000: N_("Over 100,000 inhabitants"),
        },
        Closeness: {
            Closeness.VERY_CLOSE: N_("Very close"),
            Closeness.CLOSE: N_("Fairly close"),
            Closeness.RELATED: N_("Related"),
            Closeness.MENTIONED: N_("Mentions the word"),
            Closeness.DISTANT: N_("Loosely related"),
        },
        ProjectKind: {
            ProjectKind.PROJECT: N_("Project"),
            ProjectKind.NETWORK: N_("Network"),
            ProjectKind.GRANT: N_("Grant"),
        },
        ProjectState: {
            ProjectState.RUNNING: N_("Running"),
            ProjectState.FINISHED: N_("Ended"),
        },
        Edited: {
            Edited.NAMED: N_("Named by the organiser"),
            Edited.ARRANGED: N_("Ideas arranged by the organiser"),
            Edited.LOCKED: N_("Locked by the organiser"),
        },
        ReuseVerdict: {
            ReuseVerdict.ADOPT: N_("Adopt"),
            ReuseVerdict.JOIN: N_("Join"),
            ReuseVerdict.BUILD_TOGETHER: N_("Build together"),
            ReuseVerdict.NEW: N_("New"),
        },
        Confidence: {
            Confidence.CLEAR: N_("Clearly the same"),
            Confidence.ALIKE: N_("Alike: check"),
        },
        UrbanClass: {
            UrbanClass.URBAN: N_("Urban municipality"),
            UrbanClass.SEMI_URBAN: N_("Semi-urban municipality"),
            UrbanClass.RURAL: N_("Rural municipality"),
        },
        CallState: {
            CallState.UPCOMING: N_("Not yet open"),
            CallState.OPEN: N_("Open"),
            CallState.CLOSED: N_("Closed"),
            CallState.UNKNOWN: N_("Not known"),
        },
        Verdict: {
            Verdict.FITS: N_("Fits"),
            Verdict.CHECK: N_("Check this"),
            Verdict.DOES_NOT_FIT: N_("Does not fit"),
        },
        RuleKind: {
            RuleKind.EXCLUSION: N_("The call does not fund this"),
            RuleKind.PURPOSE: N_("The call is for this"),
            RuleKind.NEEDS_ANOTHER_MUNICIPALITY: N_("A joint project needs at least two municipalities"),
            RuleKind.LEAD_MAY_NOT_APPLY: N_("Only a municipality or a joint authority may apply"),
            RuleKind.EXCLUSIONS_NOT_KNOWN: N_("What the call does not fund is not known to us"),
            RuleKind.NO_PURPOSE_SEEN: N_(
                "We do not see which purpose of the call this serves, or what in it is digital"
            ),
        },
        Standing: {
            Standing.LEFT_OUT: N_("Left outside"),
            Standing.LEFT_OUT_IN_PART: N_("Left outside in part"),
            Standing.FUNDED: N_("A purpose"),
            Standing.NOT_MENTIONED: N_("Not mentioned"),
            Standing.UNKNOWN: N_("Not known"),
        },
        PartName: {
            PartName.START: N_("Where everybody starts"),
            PartName.TEXT: N_("Similar ideas and projects"),
            PartName.NAMED: N_("Named in the text"),
            PartName.COMPLEMENT: N_("Need and offer"),
            PartName.WALK: N_("Joint projects, most on a similar matter"),
            PartName.TIES: N_("Earlier cooperation"),
            PartName.DISTANCE: N_("Distance"),
            PartName.SIZE: N_("Size"),
            PartName.LANGUAGE: N_("Working language"),
        },
        Ranker: {
            Ranker.KUMPPANI: N_("Kumppani"),
            Ranker.RANDOM: N_("Chance"),
            Ranker.POPULARITY: N_("Number of past projects"),
            Ranker.BM25: N_("Words in common (BM25)"),
            Ranker.CHARACTERS: N_("Runs of letters in common (TF-IDF)"),
            Ranker.EMBEDDINGS: N_("Meaning alone (embeddings)"),
            Ranker.CO_OCCURRENCE: N_("Past projects together (co-occurrence)"),
            Ranker.WALK: N_("Walk through similar projects"),
            Ranker.FUSED: N_("Letters, past projects together and their number, added up"),
        },
        RegisterRanker: {
            RegisterRanker.KUMPPANI: N_("Kumppani"),
            RegisterRanker.POPULARITY: N_("Number of past projects"),
            RegisterRanker.DISTANCE: N_("Distance alone"),
            RegisterRanker.TEXT: N_("Similar texts alone"),
        },
        Firmness: {
            Firmness.FIRM: N_("Holds together firmly"),
            Firmness.FAIR: N_("Holds together fairly well"),
            Firmness.LOOSE: N_("Holds together loosely"),
        },
        RunKind: {
            RunKind.IMPORT: N_("Import"),
            RunKind.MATCH: N_("Matching"),
            RunKind.EVALUATION: N_("Evaluation"),
        },
    }
)


def label_verdict(eligibility: Eligibility) -> str:
    """Return what people call the verdict on an idea in a call, in English; templates translate it."""
    return N_("Not excluded") if eligibility.is_only_allowed else label_choice(eligibility.verdict)


def label_choice(choice: StrEnum) -> str:
    """Return the message that names a choice, to be translated."""
    return _LABELS[type(choice)][choice]
