### lang: en
### direction: ltr

## Operations. The plain name is what the question means; an engineer reads the specification's own name. The key
## is that name, with hyphens for spaces.

operation-updateLocation = “Your customer is here with me”
operation-cancelLocation = “Your guest has left you”
operation-provideRoamingNumber = “To which number do I send a call for your guest?”
operation-insertSubscriberData = “This is what your guest may use”
operation-deleteSubscriberData = “Your guest may no longer use this”
operation-registerSS = “Your customer has changed a setting”
operation-sendRoutingInfo = “Where do I send a call?”
operation-updateGprsLocation = “Your customer is here with me, for data”
operation-sendRoutingInfoForGprs = “Where do I send data?”
operation-mt-forwardSM = “Here is a text for your guest”
operation-sendRoutingInfoForSM = “Where do I deliver a text?”
operation-sendIdentification = “Who was this with you, and how do I check the SIM?”
operation-sendAuthenticationInfo = “How do I check this SIM?”
operation-restoreData = “I have lost my notes: what may this guest use?”
operation-sendIMSI = “Which SIM has this phone number?”
operation-processUnstructuredSS-Request = “Your customer has typed a code”
operation-unstructuredSS-Request = “Show your guest this menu, and bring back what they choose”
operation-unstructuredSS-Notify = “Show your guest this message”
operation-anyTimeSubscriptionInterrogation = “What may this customer use?”
operation-purgeMS = “I have long heard nothing of your customer, and forget them”
operation-provideSubscriberInfo = “Which cell is this phone in?”
operation-anyTimeInterrogation = “Where is this phone right now?”
operation-provideSubscriberLocation = “Where exactly is this phone?”
operation-sendRoutingInfoForLCS = “Which switch can say where this phone is?”
operation-subscriberLocationReport = “This is where the phone is”

# 4G
operation-Update-Location = “Your customer is here with me”
operation-Cancel-Location = “Your guest has left you”
operation-Authentication-Information = “How do I check this SIM?”
operation-Insert-Subscriber-Data = “Which cell is your guest’s phone in?”
operation-Delete-Subscriber-Data = “Your guest may no longer use this”
operation-Purge-UE = “I have long heard nothing of your customer, and forget them”
operation-Reset = “I have started anew: tell me again who is with you”
operation-Notify = “Something has changed for your customer”
operation-Send-Routing-Info-for-SM = “Where do I deliver a text?”
operation-LCS-Routing-Info = “Which switch can say where this phone is?”
operation-Provide-Location = “Where exactly is this phone?”
operation-Location-Report = “This is where the phone is”
operation-User-Data = “Where is this phone right now?”

# 5G
operation-Nudm_UECM_Registration = “Your customer is here with me”
operation-Nudm_UECM_Get = “Which switch looks after this phone?”
operation-Nudm_UECM_SendRoutingInfoForSM = “Where do I deliver a text?”
operation-Nudm_SDM_Get = “What may your customer use?”
operation-Nudm_SDM_Get-id-translation-result = “Which SIM has this phone number?”
operation-Nudm_MT_ProvideLocationInfo = “Where is this phone right now?”
operation-Nudm_EventExposure_Subscribe = “Will you tell me whenever this phone moves?”
operation-Namf_EventExposure_Subscribe = “Will you tell me whenever this phone moves?”
operation-Namf_Location_ProvideLocationInfo = “Which cell is this phone in?”
operation-Namf_Location_ProvidePositioningInfo = “Where exactly is this phone?”
operation-Ngmlc_Location_ProvideLocation = “Where exactly is your guest’s phone?”
operation-N32-c-handshake = “This is who I am, and this is how we talk”
operation-N32-f = “Here is a message in the cover that we agreed on”

answer-name = Answer to { $operation }
    .engineer = { $operation } result
answer-name-4g = Answer to { $operation }
    .engineer = { $operation } answer
answer-name-5g = Answer to { $operation }
    .engineer = { $operation } response

# The code of a Diameter operation. Those of the others are the same in every language.
code-4g = { $protocol } command { $code }, application { $application }

# What each is honestly for.
honest-updateLocation = A network tells the home network that its customer has arrived, so that calls and texts find the way.
honest-cancelLocation = The home network tells the switch that looked after its customer before, so that it forgets them.
honest-provideRoamingNumber = For an incoming call the home network asks the switch for a number that leads the call there.
honest-insertSubscriberData = The home network tells the switch what its customer may use, when the phone arrives and whenever that changes.
honest-deleteSubscriberData = The home network takes back what its customer may not use any more.
honest-registerSS = The switch passes on what a customer has set on the phone, such as where calls are forwarded to.
honest-sendRoutingInfo = The exchange that a call reaches first asks the register of its own network which way to send it.
honest-updateGprsLocation = The visited network tells the home network which of its nodes carries the customer’s data.
honest-sendRoutingInfoForGprs = When data comes for a phone, a gateway asks the register of its own network where to send it.
honest-mt-forwardSM = A text exchange hands a text over to the switch that looks after the phone.
honest-sendRoutingInfoForSM = A text exchange asks the home network where to deliver a text.
honest-sendIdentification = When a phone moves on inside a network, the new switch asks the one before it who it is.
honest-sendAuthenticationInfo = The visited network asks the home network for secrets to check a SIM with, when the phone arrives and from time to time after that.
honest-restoreData = A switch that has lost its records of a guest asks the home network for them again.
honest-sendIMSI = To deal with a fault, the staff of a visited network look up the number on a guest’s SIM.
honest-processUnstructuredSS-Request = The switch passes on a code that a customer has typed, for example to see the credit that is left, and the home network answers.
honest-unstructuredSS-Request = The home network shows its customer a menu and waits for the choice.
honest-unstructuredSS-Notify = The home network puts a short message on its customer’s screen.
honest-anyTimeSubscriptionInterrogation = A service inside one network asks its own register what a subscriber has ordered.
honest-purgeMS = A switch that has not heard from a phone for long tells the home network that it has removed it from its list.
honest-provideSubscriberInfo = The home network asks the switch that looks after its customer, to connect a call or work out its price.
honest-anyTimeInterrogation = A service inside one network asks its own register where a subscriber is.
honest-provideSubscriberLocation = A position gateway asks the switch, for an emergency call or for a service that the customer has agreed to.
honest-sendRoutingInfoForLCS = A position gateway asks the register of its own network which switch to ask for a position.
honest-subscriberLocationReport = The switch reports a position to a position gateway, for example of an emergency call.

# 4G
honest-Update-Location = A 4G network tells the home network that its customer has arrived, and is sent what the customer may use.
honest-Cancel-Location = The home network tells the 4G switch that looked after its customer before, so that it forgets them.
honest-Authentication-Information = The visited network asks the home network for secrets to check a SIM with before it lets the phone in.
honest-Insert-Subscriber-Data = The home network changes what its customer may use, and can ask for the cell in the same message, to connect a call or work out its price.
honest-Delete-Subscriber-Data = The home network takes back what its customer may not use any more.
honest-Purge-UE = A 4G switch that has not heard from a phone for long tells the home network that it has removed it from its list.
honest-Reset = A register that has failed and started anew tells the switches, so that they register their guests again.
honest-Notify = The switch tells the home network of a change, for example that a phone can be reached again.
honest-Send-Routing-Info-for-SM = A text exchange asks the home network where to deliver a text, in 4G too.
honest-LCS-Routing-Info = A position gateway asks the register of its own network which switch to ask for a position.
honest-Provide-Location = A position gateway asks the 4G switch, for an emergency call or for a service that the customer has agreed to.
honest-Location-Report = The 4G switch reports a position to a position gateway, for example of an emergency call.
honest-User-Data = A service inside one network asks its own register about a subscriber, for example to send a call to the nearest help desk.

# 5G
honest-Nudm_UECM_Registration = A 5G network tells the home network that its customer has arrived, so that calls, texts and data find the way.
honest-Nudm_UECM_Get = A position gateway asks the register of its own network which switch looks after the phone.
honest-Nudm_UECM_SendRoutingInfoForSM = A text exchange asks the home network where to deliver a text, in 5G too.
honest-Nudm_SDM_Get = The visited network asks the home network what its guest may use.
honest-Nudm_SDM_Get-id-translation-result = A service gateway asks the register of its own network for the subscription behind a phone number.
honest-Nudm_MT_ProvideLocationInfo = The 4G register of a network asks its 5G register for a service that does not know which of the two serves the phone.
honest-Nudm_EventExposure_Subscribe = A service inside one network orders news of a subscriber from its own register, for example to follow a stolen machine.
honest-Namf_EventExposure_Subscribe = The home network orders news of its customer from the switch that looks after them.
honest-Namf_Location_ProvideLocationInfo = The home network asks the switch that looks after its customer, to connect a call or work out its price.
honest-Namf_Location_ProvidePositioningInfo = A position gateway asks the 5G switch, for an emergency call or for a service that the customer has agreed to.
honest-Ngmlc_Location_ProvideLocation = The home network’s position gateway asks the visited network’s, where the two have agreed on that.
honest-N32-c-handshake = The border posts of two networks prove to each other who they are, and agree on how they protect what they send.
honest-N32-f = The border posts of two networks carry the messages of all others between them.

use-locate = locate
use-connect = connect
use-charge = charge
