"""Sentences that trap a finder of councils: each with what a careful reader finds in it.

A row is the text, the region of the page, its date, the councils that it is about or that act, and
those that it only mentions. The councils are real, the events are not.
"""

from pathlib import Path

import pytest

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.gazetteer.finder import Finder, by_council
from regional_news.model import PartialDate, Role
from regional_news.settings import Settings

Row = tuple[str, str, str, str, str]

TITLES: list[Row] = [
    ("Bids for Rushmoor Borough Council's parking app closed on Friday.", "", "", "rushmoor", ""),
    ("Woking BC and Surrey Heath BC have one help desk between them.", "south-east-england", "", "woking surrey-heath", ""),
    ("The London Boroughs of Havering, Bexley and Bromley will buy laptops together.", "london", "", "havering bexley bromley", ""),
    ("A grant went to the Royal Borough of Greenwich for lamp-post chargers.", "london", "", "greenwich", ""),
    ("Knowsley MBC has switched off its last fax machine.", "", "", "knowsley", ""),
    ("Wyre Forest District Council put flood gauges in eleven brooks.", "", "", "wyre-forest", ""),
    ("Kilkenny County Council has scanned its planning files back to 1964.", "republic-of-ireland", "", "kilkenny", ""),
    ("Donegal CoCo is testing drones over Malin Head.", "republic-of-ireland", "", "donegal", ""),
    ("Cyngor Sir Fynwy will translate its forms with a machine and a proof-reader.", "wales", "", "monmouthshire", ""),
    ("Merthyr Tydfil CBC has put its burial registers online.", "wales", "", "merthyr-tydfil", ""),
    ("The City of Wolverhampton Council opened a 5G lab above a bakery.", "", "", "wolverhampton", ""),
    ("Barking & Dagenham Council will text tenants before repairs.", "london", "", "barking-and-dagenham", ""),
    ("East Herts Council has moved its servers out of a listed building.", "", "", "east-hertfordshire", ""),
    ("The Council of the Isles of Scilly ships its old screens to Penzance.", "", "", "isles-of-scilly", ""),
    ("Adur & Worthing Councils answer each other's telephones after six.", "", "", "adur worthing", ""),
    ("King's Lynn and West Norfolk Borough Council lists its trees on a map.", "", "", "kings-lynn-and-west-norfolk", ""),
    ("Planning notices move online at Basingstoke Council.", "", "", "basingstoke-and-deane", ""),
    ("States of Guernsey has let a contract for a digital identity.", "", "", "guernsey", ""),
    ("Newark and Sherwood and Mansfield district councils will audit each other.", "", "", "newark-and-sherwood mansfield", ""),
]

LISTS: list[Row] = [
    ("Fenland, Breckland and North Norfolk councils are to share a cyber officer.", "", "", "fenland breckland north-norfolk", ""),
    ("East and North Ayrshire agreed to pool their ledgers.", "scotland", "", "east-ayrshire north-ayrshire", ""),
    ("Norwich City, Great Yarmouth Borough and South Norfolk District councils signed in May.", "", "", "norwich great-yarmouth south-norfolk", ""),
    ("North and North East Lincolnshire councils have opened a shared archive.", "", "", "north-lincolnshire north-east-lincolnshire", ""),
    ("The four councils, Hart, Rushmoor, Elmbridge and Runnymede, will buy one chatbot.", "", "", "hart rushmoor elmbridge runnymede", ""),
    ("Newry, Mourne and Down and Causeway Coast and Glens share a drone pilot, the two councils said.", "northern-ireland", "", "newry-mourne-and-down causeway-coast-and-glens", ""),
    ("Cavan and Monaghan County Councils have one network manager.", "republic-of-ireland", "", "cavan monaghan", ""),
    ("Five authorities (Burnley, Hyndburn, Pendle, Ribble Valley and Rossendale) want one website.", "", "", "burnley hyndburn pendle ribble-valley rossendale", ""),
    ("Tonbridge and Malling, Maidstone and Swale will keep their joint revenues team.", "", "", "tonbridge-and-malling maidstone swale", ""),
    ("South Derbyshire, Erewash and Amber Valley district and borough councils meet monthly.", "", "", "south-derbyshire erewash amber-valley", ""),
    ("Cambridgeshire and Peterborough councils are to split their shared data team.", "", "", "cambridgeshire peterborough", ""),
    ("East Lothian, Midlothian and West Lothian Councils tested one alarm system.", "scotland", "", "east-lothian midlothian west-lothian", ""),
    ("Councils such as Tandridge and Mole Valley publish their spending by hand.", "", "", "", "tandridge mole-valley"),
    ("Redditch and Bromsgrove have been one team since 2010; both councils say it pays.", "", "", "redditch bromsgrove", ""),
    ("Bournemouth, Christchurch and Poole councils will merge in a year's time.", "south-west-england", "2018-04", "bournemouth christchurch poole", ""),
    ("Dublin's four authorities, South Dublin, Fingal, Dublin City and Dún Laoghaire-Rathdown councils, agreed.", "republic-of-ireland", "", "south-dublin fingal dublin-city dun-laoghaire-rathdown", ""),
]

BARE_NAMES: list[Row] = [
    ("Thurrock has decided to end its contract for street lights early.", "", "", "thurrock", ""),
    ("Inverclyde wants to close two of its five server rooms.", "scotland", "", "inverclyde", ""),
    ("Kirklees' cabinet will discuss the web budget on Tuesday.", "", "", "kirklees", ""),
    ("The pilot was approved by Sefton after a long meeting.", "", "", "sefton", ""),
    ("Rossendale councillors rejected the app by one vote.", "", "", "rossendale", ""),
    ("Torfaen is to lend tablets to foster carers.", "wales", "", "torfaen", ""),
    ("Gwynedd has not yet published its accounts, auditors say.", "wales", "", "gwynedd", ""),
    ("Her job as head of data at Tower Hamlets began in June.", "london", "", "tower-hamlets", ""),
    ("The leader of Wirral resigned after the software failed.", "", "", "wirral", ""),
    ("Sandwell's chief digital officer has written a guide.", "", "", "sandwell", ""),
    ("Leitrim voted for free wi-fi in three libraries.", "republic-of-ireland", "", "leitrim", ""),
    ("Wandsworth must pay a fine, while Enfield has been told to mend its forms.", "london", "", "wandsworth enfield", ""),
    ("The Vale has put sensors in 200 care homes.", "wales", "", "vale-of-glamorgan", ""),
    ("The Borders will appoint a digital champion for each school.", "scotland", "", "scottish-borders", ""),
    ("Na h-Eileanan Siar has agreed to lay a cable to Barra.", "scotland", "", "na-h-eileanan-siar", ""),
    ("A plan by Uttlesford to sell its data centre was withdrawn.", "", "", "uttlesford", ""),
    ("According to Thanet, the new system cut queues by half.", "", "", "thanet", ""),
    ("Ynys Môn has launched an app for carers.", "wales", "", "isle-of-anglesey", ""),
]

PLACES: list[Row] = [
    ("Fibre has reached every street in Hartlepool, the company says.", "", "", "", ""),
    ("A farm near Louth sells milk by text message.", "", "", "", ""),
    ("The trains from Slough to Reading carry new wi-fi masts.", "", "", "", ""),
    ("Coventry-based Zeta Systems has hired forty people.", "", "", "", ""),
    ("Fife has long been known for linoleum and fishing.", "scotland", "", "", ""),
    ("Tourists love Torbay for its palms.", "", "", "", ""),
    ("Preston, Lancashire, is home to a new games studio.", "", "", "", ""),
    ("A Mayo farmer has fitted collars to his sheep.", "republic-of-ireland", "", "", ""),
    ("Cheltenham Racecourse scans tickets with a camera.", "", "", "", ""),
    ("Shoppers in Watford and Luton can pay by palm.", "", "", "", ""),
    ("Sunlight over Angus powers a whisky store.", "scotland", "", "", ""),
    ("Council tax in Walsall rose by four per cent.", "", "", "", ""),
    ("The Isle of Wight ferry now takes contactless cards.", "", "", "", ""),
    ("Residents of Great Yarmouth complained about masts.", "", "", "", ""),
]

OTHERS: list[Row] = [
    ("Warrington Wolves and Wigan Warriors sell tickets by app.", "", "", "", ""),
    ("Bath Rugby has signed a data analyst from Bristol Bears.", "", "", "", ""),
    ("The Swindon Advertiser has a new owner.", "", "", "", ""),
    ("Cheshire Police and Kent Police bought the same radios.", "", "", "", ""),
    ("Mid Cheshire Hospitals and Medway NHS Foundation Trust lost a day of bookings.", "", "", "", ""),
    ("Kent Fire and Rescue Service is testing robots.", "", "", "", ""),
    ("Cambridge University and the University of Leicester share a grant.", "", "", "", ""),
    ("Mr Stafford, who owns the firm, praised Ms Preston.", "", "", "", ""),
    ("Paul Bedford and Kelly Burnley founded the start-up.", "", "", "", ""),
    ("Derby County have signed a sponsor that sells crypto.", "", "", "", ""),
    ("Leicester City will play in shirts made from bottles.", "", "", "", ""),
    ("The Bishop of Worcester blessed a server.", "", "", "", ""),
    ("The MP for Bolsover asked about broadband in Chesterfield.", "", "", "", ""),
    ("London Councils and the Design Council wrote to the minister.", "", "", "", ""),
    ("Ely City Council and Hereford City Council, both parishes, share a clerk.", "", "", "", ""),
    ("Stroud Town Council and Maldon Town Council opened a hub.", "", "", "", ""),
    ("Penarth Town Council and Llantwit Major community council have a website.", "wales", "", "", ""),
    ("Lichfield City Council will mend the clock.", "", "", "", ""),
    ("Richmond, Virginia, and Cumberland, Maryland, have better maps.", "", "", "", ""),
    ("The City of Perth in Australia counts trees from the air.", "", "", "", ""),
    ("Boston in Massachusetts has appointed a chief of robots.", "", "", "", ""),
    ("Wellington and Christchurch in New Zealand share a control room.", "", "", "", ""),
    ("Rochdale Online and the Bolton News reported the outage.", "", "", "", ""),
    ("Ashford International station has new gates.", "", "", "", ""),
    ("Oldham Athletic fans scan a code at the gate.", "", "", "", ""),
    ("Norfolk Street in Sunderland is getting trees.", "", "", "", ""),
    ("Lincoln Cathedral and Canterbury Cathedral were scanned by laser.", "", "", "", ""),
    ("Essex Cares and Suffolk Mind run the line.", "", "", "", ""),
    ("The Duke of Rutland opened the mast.", "", "", "", ""),
]

HOMONYMS: list[Row] = [
    ("Newcastle City Council counts cyclists with lasers.", "", "", "newcastle-upon-tyne", ""),
    ("Newcastle Borough Council has moved to one telephone number.", "west-midlands", "", "newcastle-under-lyme", ""),
    ("Richmond Council lends out tablets.", "london", "", "richmond-upon-thames", ""),
    ("St Helens Council will test bin sensors.", "", "", "st-helens", ""),
    ("Waterford City and County Council mapped its flood walls.", "republic-of-ireland", "2022", "waterford", ""),
    ("Buckinghamshire County Council has put its archive online.", "", "2012", "buckinghamshire-county", ""),
    ("Durham City Council let its last contract for typewriters.", "", "2004", "durham-city", ""),
    ("North Yorkshire County Council bought 900 laptops.", "", "2021", "north-yorkshire-county", ""),
    ("North Yorkshire Council bought 900 laptops.", "", "2024", "north-yorkshire", ""),
    ("Galway County Council and Galway City Council differ about the ring road.", "republic-of-ireland", "", "galway-county galway-city", ""),
    ("East Surrey Council met for the first time in shadow form.", "south-east-england", "2026-06", "east-surrey", ""),
    ("Corby Borough Council has approved a cycle counter.", "east-midlands", "2014", "corby", ""),
]

LETTERS: list[Row] = [
    ("RBKC and LBHF have ended a joint contract.", "london", "", "kensington-and-chelsea hammersmith-and-fulham", ""),
    ("Staff at WYCA will move to one office.", "", "", "west-yorkshire-ca", ""),
    ("Kent County Council replied late. KCC has apologised.", "", "", "kent", ""),
    ("The BBC, the LGA and the PCC for Devon all declined to comment.", "", "", "", ""),
    ("NCC has a new payroll system.", "", "", "", ""),
    ("WMCA is paying for e-scooters.", "west-midlands", "", "west-midlands-ca", ""),
]

REFERENCES: list[Row] = [
    ("Buses in Tamworth and Lichfield will have wi-fi, paid for by the county council, Staffordshire.", "", "", "staffordshire", ""),
    ("People in Spelthorne can now report fly-tipping to the council by photograph.", "", "", "spelthorne", ""),
    ("The county council refused to say what the system cost.", "south-west-england", "", "", ""),
    ("Roscommon's hedges are surveyed by the county council from a van.", "republic-of-ireland", "", "roscommon", ""),
    ("The city council has put 40 cameras in Worcester.", "", "", "worcester", ""),
    ("A town council in Rother has asked the council for help with its website.", "", "", "", ""),
]

ROLES: list[Row] = [
    ("Fareham Borough Council has bought a tool created by Gosport Borough Council.", "", "", "fareham", "gosport"),
    ("Havant Borough Council's new IT director joins from Eastleigh Borough Council.", "", "", "havant", "eastleigh"),
    ("Unlike Wealden District Council, Lewes District Council still prints its agendas.", "", "", "lewes", "wealden"),
    ("West Suffolk Council still runs a system bought by Forest Heath District Council.", "", "", "west-suffolk", "forest-heath"),
    ("A supplier lists clients such as Halton Borough Council and Stockport MBC.", "", "", "", "halton stockport"),
    ("Wakefield Council would rather build its own app than copy Kirklees Council.", "", "", "wakefield", "kirklees"),
    ("Three Rivers District Council and Watford Borough Council are funded by Hertfordshire County Council.", "", "", "three-rivers watford hertfordshire", ""),
    ("Torridge District Council, formerly a client of North Devon Council, has its own desk.", "", "", "torridge", "north-devon"),
    ("Jane Poole of Arun District Council said 300 forms had gone.", "", "", "arun", ""),
    ("West Northamptonshire Council inherited the contract from Daventry District Council.", "", "", "west-northamptonshire", "daventry"),
]

TRAPS = [*TITLES, *LISTS, *BARE_NAMES, *PLACES, *OTHERS, *HOMONYMS, *LETTERS, *REFERENCES, *ROLES]


@pytest.fixture(scope="module")
def finder() -> Finder:
    """The finder over the project's own gazetteer."""
    return Finder(load_gazetteer(Path(Settings().data)))


@pytest.mark.parametrize(("text", "region", "on", "subjects", "mentioned"), TRAPS)
def test_a_careful_reader_finds_the_same(
    finder: Finder, text: str, region: str, on: str, subjects: str, mentioned: str
) -> None:
    """Every council that the sentence names is found in its role, and nothing else."""
    date = PartialDate.parse(on) if on else None
    found = by_council(finder.find(text, region=region or None, on=date))
    roles: dict[Role, set[str]] = {Role.SUBJECT: set(), Role.MENTIONED: set()}
    for mention in found:
        if mention.council:
            roles[mention.role].add(mention.council.id)
    assert roles[Role.SUBJECT] == set(subjects.split())
    assert roles[Role.MENTIONED] == set(mentioned.split())
