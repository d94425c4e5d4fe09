"""What is no fact, though it has a figure: results, statistics, stakes, targets, forecasts."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue

__all__ = ["RULES"]

RULES = (
    Cue(
        id="en.nofacts.results",
        code=k.NONMARKET,
        words="""profit | profits | net profit | net loss | net income | earnings | revenue | revenues | sales | income | ebitda | margin | margins | dividend | dividends | operating profit | gross profit | core profit
        | net profits | net losses | annual profit | quarterly profit | first-half profit | interim profit | results | bookings | orders | shipments | deliveries | output | production | costs | cost | cash flow | fees
        | sales volume | contracted sales | vehicle sales | car sales | retail sales | home sales | underlying profit | interest income | net interest margin | write-down | impairment | provisions | provision | capital expenditure | capex | spending | headcount | payout | workforce | net loss of | a loss for the | proceeds | offerings""",
    ),
    Cue(id="en.nofacts.per-share", code=k.NONMARKET, value="unit", words="per share | a share"),
    Cue(
        id="en.nofacts.statistics",
        code=k.NONMARKET,
        words="""gdp | gross domestic product | cpi | ppi | pmi | consumer price index | producer price index | purchasing managers' index | purchasing managers index | inflation | exports | imports | economy | economic growth | growth rate
        | industrial output | unemployment | unemployment rate | trade surplus | trade deficit | consumer prices | producer prices | factory output | home prices | house prices | investment | lending | loans | credit | population | surplus | industrial profits
        | loan prime rate | prime rate | interest rate | interest rates | policy rate | cash rate | reserve requirement | reserve requirement ratio | rrr | deposit rate | mortgage rates | mortgage rate | lending rate | fixed-asset investment | money supply | m2 | bad loans
        | prices of goods | new home prices | rents | wages | jobs | tourist arrivals | visitor arrivals | gaming revenue | land sales | inventories | reserves | exports to | imports from | the rate | deposit pool | deposit base | deposits | benchmark rate | repo rate | rates | forecast | forecasts | the deficit | debt | gross gaming revenue | consumption | the tax | tax rate""",
    ),
    Cue(
        id="en.nofacts.holdings",
        code=k.NONMARKET,
        words="""stake | stakes | shareholding | holding of | market share | share of | number of | survey | services index | manufacturing index | factory index | a private survey | make up | makes up | made up | making up | account for | accounts for | accounted for | accounting for | weighting | weight | market capitalization | market capitalisation | market value | market cap | ownership | shareholders | voting rights | portfolio | assets | assets under management | free float | ratio | valuation | valuations | price-to-earnings
        | times earnings | dividend yield | dividend yields | swap | swaps | earnings multiple | volume | volumes | average volume | relative strength index | relative-strength index | strength index | rsi | northbound turnover | southbound turnover | short-selling turnover | short selling turnover | options turnover | short interest | subscription | holders | customers | users | employees | workers | investors | respondents | votes | poll | probability | chance | odds | capacity | supply | demand | the vote | margin debt | cash | bonds worth | notes | of its value in sales | coupon | net worth | fortune | of all | of the total | of total | allocation | exposure | holdings | float | outstanding""",
    ),
    Cue(
        id="en.nofacts.tariffs",
        code=k.NONMARKET,
        value="levy",
        words="""tariff | tariffs | duty | duties | levy | levies | tax | taxes | tariff rate | import taxes | anti-dumping duties | reciprocal tariffs | reciprocal tariff | anti-dumping taxes | import duties | import tax | stamp duty | surcharge""",
    ),
    Cue(
        id="en.nofacts.targets",
        code=k.NONMARKET,
        words="""target | targets | price target | target price | target of | year-end target | its target | 12-month target | support | resistance | moving average | 50-day moving average | 200-day moving average | support level | upside of | upside potential | strike price
        | stop-loss | goal | ceiling | floor | offer size | trading band | band | circuit breaker | swing of | swing | implied volatility | beta | points to the index | index points | contribution""",
    ),
    Cue(
        id="en.nofacts.forecasts",
        code=k.MODAL,
        words="""could | may | might | would | should | can | expect | expects | expected to | is expected to | are expected to | was expected to | were expected to | forecast to | is forecast to | is likely to | likely to | set to | predicted | predicts | estimates that | projected to | poised to
        | will | is set for | are set for | was set for | set for | on course to | on course for | on track to | on track for | headed for | heading for | is headed for | are headed for | was headed for | if sustained | pointed to | pointing to | signalled | suggested | in line for | to be expected | forecasts that | sees | anticipates | anticipate | strategists see | analysts see | economists see | brokers see | traders see | investors see | we see | if | unless | projected | estimated | seen at | seen rising | seen falling | to reach | bets that | would have | could have | plans to | threatened to | economists expected | analysts expected | had expected | expected a | expecting a | expectations of | forecasts for | foresees | had forecast | median forecast | pencilled in | called for | expecting | predicting | forecasting | expected the | expected it to | expects the | would | potentially | betting on | bet on | pay out on | pays out on | wagers on""",
    ),
    Cue(
        id="en.nofacts.speech",
        code=k.SPEECH,
        words="""said | says | wrote | told | added in a note | said in a note""",
    ),
    Cue(
        id="en.nofacts.speaker",
        code=k.SPEECH,
        value="at",
        words="""analysts at | analyst at | economist at | economists at | strategist at | strategists at | according to | trader at | head of | director at | managing director | chief economist | chief investment officer | portfolio manager at | fund manager at | president of | research at | data from | figures from | manager at | data compiled by | compiled by | analysts from | a note from | a report by | citing | strategist with | partner at | dealer at | broker at""",
    ),
    Cue(
        id="en.nofacts.supposed",
        code=k.NONMARKET,
        value="behind",
        words="is not to be ruled out | are not to be ruled out | cannot be ruled out | can't be ruled out | could not be ruled out | is not ruled out | is possible | is likely | looks likely | is conceivable",
    ),
    Cue(
        id="en.nofacts.year-on-year",
        code=k.NONMARKET,
        value="behind",
        words="year-on-year | year on year | year over year | year-over-year | y/y | yoy | y-o-y | from a year earlier | from a year ago | than a year earlier | on year | on-year | month-on-month | quarter-on-quarter | month on month | from the previous quarter | annually | a year earlier | per annum | per year",
    ),
)
