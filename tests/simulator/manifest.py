"""The types of an era D archive of early 2025 and the manifest that counts them."""

import re
from typing import Any

from tests.simulator.clock import iso_date
from tests.simulator.log import World
from tests.simulator.text import old_style

TYPES: tuple[str, ...] = (
    "account",
    "accountCreationIp",
    "accountLabel",
    "accountSuspension",
    "accountTimezone",
    "adEngagements",
    "adImpressions",
    "adMobileConversionsAttributed",
    "adMobileConversionsUnattributed",
    "adOnlineConversionsAttributed",
    "adOnlineConversionsUnattributed",
    "adsRevenueSharing",
    "ageinfo",
    "app",
    "article",
    "articleMetadata",
    "audioVideoCallsInDm",
    "audioVideoCallsInDmRecipientSessions",
    "block",
    "branchLinks",
    "catalogItem",
    "commerceCatalog",
    "communityNote",
    "communityNoteBatsignal",
    "communityNoteRating",
    "communityNoteTombstone",
    "communityTweet",
    "connectedApplication",
    "contact",
    "deletedNoteTweet",
    "deletedTweetHeaders",
    "deletedTweets",
    "deviceToken",
    "directMessageGroupHeaders",
    "directMessageHeaders",
    "directMessageMute",
    "directMessages",
    "directMessagesGroup",
    "emailAddressChange",
    "expandedProfile",
    "follower",
    "following",
    "grokChatItem",
    "ipAudit",
    "keyRegistry",
    "like",
    "listsCreated",
    "listsMember",
    "listsSubscribed",
    "moment",
    "mute",
    "niDevices",
    "noteTweet",
    "periscopeAccountInformation",
    "periscopeBanInformation",
    "periscopeBroadcastMetadata",
    "periscopeCommentsMadeByUser",
    "periscopeExpiredBroadcasts",
    "periscopeFollowers",
    "periscopeProfileDescription",
    "personalization",
    "phoneNumber",
    "productDrop",
    "productSet",
    "professionalData",
    "profile",
    "protectedHistory",
    "replyPrompt",
    "savedSearch",
    "screenNameChange",
    "shopModule",
    "shopifyAccount",
    "smartblock",
    "spacesMetadata",
    "sso",
    "tweetHeaders",
    "tweetdeck",
    "tweets",
    "twitterShop",
    "userLinkClicks",
    "verified",
    "verifiedOrganization",
)
MEDIA = {
    "communityTweet": "community_tweet_media",
    "deletedTweets": "deleted_tweets_media",
    "directMessages": "direct_messages_media",
    "directMessagesGroup": "direct_messages_group_media",
    "moment": "moments_media",
    "profile": "profile_media",
    "tweets": "tweets_media",
}
_MEDIA_ONLY = {
    "communityTweetMedia": "community_tweet_media",
    "deletedTweetsMedia": "deleted_tweets_media",
    "directMessagesGroupMedia": "direct_messages_group_media",
    "directMessagesMedia": "direct_messages_media",
    "grokChatMedia": "grok_chat_media",
    "momentsMedia": "moments_media",
    "momentsTweetsMedia": "moments_tweets_media",
    "profileMedia": "profile_media",
    "tweetsMedia": "tweets_media",
}


def file_name(kind: str) -> str:
    """``directMessages`` → ``direct-messages``."""
    return re.sub(r"([A-Z])", lambda match: "-" + match[1].lower(), kind)


def global_name(kind: str, part: int) -> str:
    """``directMessages``, 0 → ``YTD.direct_messages.part0``."""
    return f"YTD.{file_name(kind).replace('-', '_')}.part{part}"


def manifest_text(world: World, files: dict[str, list[tuple[str, int]]], size: int) -> str:
    """The manifest; ``files`` maps each type to its (file, number of records), ``size`` is the sum of all bytes."""
    types: dict[str, Any] = {kind: {"mediaDirectory": f"data/{folder}"} for kind, folder in _MEDIA_ONLY.items()}
    for kind, parts in files.items():
        entry: dict[str, Any] = {"mediaDirectory": f"data/{MEDIA[kind]}"} if kind in MEDIA else {}
        entry["files"] = [
            {"fileName": name, "globalName": global_name(kind, place), "count": str(count)} for place, (name, count) in enumerate(parts)
        ]
        types[kind] = entry
    content = {
        "userInfo": {"accountId": str(world.ego.id), "userName": world.ego.handle, "displayName": world.ego.name},
        "archiveInfo": {"sizeBytes": str(size), "generationDate": iso_date(world.end), "isPartialArchive": False, "maxPartSizeBytes": "53687091200"},
        "readmeInfo": {"fileName": "data/README.txt", "directory": "data/", "name": "README.txt"},
        "dataTypes": dict(sorted(types.items())),
    }
    return "window.__THAR_CONFIG = " + old_style(content)
